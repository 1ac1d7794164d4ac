package io.loupe.server.imports;

import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Imports files into the library. */
@Component
final class ImportJob implements JobHandler {
    static final String TYPE = "import";

    private final PictureImport imports;

    ImportJob(PictureImport imports) {
        this.imports = imports;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        ImportRequest request = run.request(ImportRequest.class);
        imports.run(run, request.place(), request.tags(), _ -> {});
    }
}
