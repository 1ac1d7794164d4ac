package io.loupe.server.imports;

import io.loupe.server.jobs.JobRun;
import io.loupe.server.library.Ingest;
import io.loupe.server.library.IngestOutcome;
import io.loupe.server.library.NearDuplicates;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Imports files into the library, for every kind of job that does so. What is done twice is a duplicate the second time.
 */
@Component
public final class PictureImport {
    private static final int AT_A_TIME = 64;

    private final Ingest ingest;
    private final NearDuplicates index;
    private final ImportBatches batches;

    /** How far it came: the last name, and what became of the files until then. */
    record Progress(String last, long done, long stored, long duplicate, long refused)
            implements ImportBatches.Progress {
        static final Progress START = new Progress("", 0, 0, 0, 0);

        Progress plus(String item, IngestOutcome outcome) {
            return switch (outcome.status()) {
                case STORED -> new Progress(item, done + 1, stored + 1, duplicate, refused);
                case DUPLICATE -> new Progress(item, done + 1, stored, duplicate + 1, refused);
                case REFUSED -> new Progress(item, done + 1, stored, duplicate, refused + 1);
            };
        }

        @Override
        public String sentence() {
            return "%,d stored, %,d there already, %,d refused".formatted(stored, duplicate, refused);
        }
    }

    PictureImport(Ingest ingest, NearDuplicates index, ImportBatches batches) {
        this.ingest = ingest;
        this.index = index;
        this.batches = batches;
    }

    /**
     * Imports all files of a place, and reports to the job.
     *
     * @param tags for every picture
     * @param taken told what became of some files, in their order, before they count as done; after a kill perhaps again
     * @throws ProblemException if there is nothing to import from any more, or more came out of it than is allowed
     */
    public void run(JobRun run, ImportPlace place, List<String> tags, Consumer<List<IngestOutcome>> taken)
            throws IOException, InterruptedException {
        Origin origin = new Origin(Source.BATCH, run.startedBy(), tags);
        AtomicLong sequence = new AtomicLong();
        batches.run(run, place, Progress.START, AT_A_TIME, (batch, before) -> {
            List<Upload> uploads = batch.uploads(PictureImport::filename);
            List<IngestOutcome> outcomes =
                    ImportBatches.whenThereIsRoom(run, () -> ingest.add(run.tenant(), origin, uploads));
            taken.accept(outcomes);
            batch.requireWithinLimit("What came so far is kept; import the rest in parts.");
            Progress progress = before;
            for (int i = 0; i < outcomes.size(); i++) {
                String item = batch.items().get(i);
                progress = progress.plus(item, outcomes.get(i));
                sequence.accumulateAndGet(outcomes.get(i).sequence(), Math::max);
                report(run, item, outcomes.get(i));
            }
            return progress;
        });
        index.awaitIndexed(run.tenant(), sequence.get());
    }

    private static String filename(String item) {
        return item.substring(Math.max(item.lastIndexOf('/'), item.lastIndexOf('\\')) + 1);
    }

    private static void report(JobRun run, String item, IngestOutcome outcome) {
        outcome.refusal().ifPresent(refusal -> run.failed(item, stage(refusal), refusal.detail()));
    }

    private static String stage(PictureProblem refusal) {
        return refusal.code().equals(ProblemCode.FAULT.text()) ? "storing" : "reading";
    }
}
