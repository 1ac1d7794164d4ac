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
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Imports files into the library, for every kind of job that does so: in the order of their names, some at a time. The
 * checkpoint is the last name, so that it goes on where it was even if files have come or gone; what is done twice is a
 * duplicate the second time.
 */
@Component
public final class PictureImport {
    private static final int AT_A_TIME = 64;
    private static final long MILLISECONDS_TO_WAIT_FOR_ROOM = 500;

    private final Ingest ingest;
    private final NearDuplicates index;
    private final ImportPlaces places;
    private final long mostBytes;

    /** How far it came: the last name, and what became of the files until then. */
    record Progress(String last, long done, long stored, long duplicate, long refused) {
        static final Progress START = new Progress("", 0, 0, 0, 0);

        Progress plus(String item, IngestOutcome outcome) {
            return switch (outcome.status()) {
                case STORED -> new Progress(item, done + 1, stored + 1, duplicate, refused);
                case DUPLICATE -> new Progress(item, done + 1, stored, duplicate + 1, refused);
                case REFUSED -> new Progress(item, done + 1, stored, duplicate, refused + 1);
            };
        }

        String sentence() {
            return "%,d stored, %,d there already, %,d refused".formatted(stored, duplicate, refused);
        }
    }

    PictureImport(Ingest ingest, NearDuplicates index, ImportPlaces places, Settings settings) {
        this.ingest = ingest;
        this.index = index;
        this.places = places;
        this.mostBytes = settings.imports().zipBytes();
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
        try (ImportSource source = places.open(place)) {
            importAll(run, source, new Origin(Source.BATCH, run.startedBy(), tags), taken);
        }
    }

    private void importAll(JobRun run, ImportSource source, Origin origin, Consumer<List<IngestOutcome>> taken)
            throws InterruptedException {
        Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
        List<String> all = run.retriedItems().isEmpty()
                ? source.items()
                : run.retriedItems().stream().sorted().toList();
        String last = progress.last();
        List<String> items =
                all.stream().filter(item -> item.compareTo(last) > 0).toList();
        run.total(progress.done() + items.size());
        AtomicLong bytes = new AtomicLong();
        long sequence = 0;
        for (int from = 0; from < items.size() && !run.cancelRequested(); from += AT_A_TIME) {
            List<String> batch = items.subList(from, Math.min(items.size(), from + AT_A_TIME));
            List<IngestOutcome> outcomes = addWhenThereIsRoom(run, origin, uploads(source, batch, bytes));
            taken.accept(outcomes);
            requireWithinLimit(bytes.get());
            for (int i = 0; i < outcomes.size(); i++) {
                progress = progress.plus(batch.get(i), outcomes.get(i));
                sequence = Math.max(sequence, outcomes.get(i).sequence());
                report(run, batch.get(i), outcomes.get(i));
            }
            run.done(progress.done());
            run.message(progress.sentence());
            run.checkpoint(progress);
        }
        index.awaitIndexed(run.tenant(), sequence);
    }

    private static List<Upload> uploads(ImportSource source, List<String> items, AtomicLong bytes) {
        return items.stream()
                .map(item -> new Upload(
                        item.substring(Math.max(item.lastIndexOf('/'), item.lastIndexOf('\\')) + 1),
                        () -> MeteredStream.open(source, item, bytes::addAndGet)))
                .toList();
    }

    /** Uploads of people go first: while they fill the room, an import waits. */
    private List<IngestOutcome> addWhenThereIsRoom(JobRun run, Origin origin, List<Upload> uploads)
            throws InterruptedException {
        while (!run.cancelRequested()) {
            try {
                return ingest.add(run.tenant(), origin, uploads);
            } catch (ProblemException e) {
                if (e.code() != ProblemCode.UNAVAILABLE) {
                    throw e;
                }
                Thread.sleep(MILLISECONDS_TO_WAIT_FOR_ROOM);
            }
        }
        return List.of();
    }

    private void requireWithinLimit(long bytes) {
        if (bytes > mostBytes) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "More than %,d bytes came out of it (setting import.zip-bytes). What came so far is kept; import the rest in parts."
                            .formatted(mostBytes));
        }
    }

    private static void report(JobRun run, String item, IngestOutcome outcome) {
        outcome.refusal().ifPresent(refusal -> run.failed(item, stage(refusal), refusal.detail()));
    }

    private static String stage(PictureProblem refusal) {
        return refusal.code().equals(ProblemCode.FAULT.text()) ? "storing" : "reading";
    }
}
