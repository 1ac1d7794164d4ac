package io.loupe.server.search;

import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/** Fills the index of a tenant anew. There is no checkpoint: a killed one begins at the start, which the index knows. */
@Component
public final class RebuildIndexJob implements JobHandler {
    /** What its jobs are called. */
    public static final String TYPE = "reindex";

    private final PictureIndex index;

    RebuildIndexJob(PictureIndex index) {
        this.index = index;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) {
        run.total(index.count(run.tenant()));
        run.message("Filling the index from the database, which is searched meanwhile");
        try {
            index.rebuild(run.tenant(), count -> {
                run.done(count);
                if (run.cancelRequested()) {
                    throw new CancellationException("The job was cancelled");
                }
            });
        } catch (CancellationException _) {
            run.log("Stopped before the index was whole; the next search fills it.");
        }
    }
}
