package io.loupe.server.imports;

import io.loupe.server.jobs.JobRun;
import io.loupe.server.library.Upload;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Goes through the files of a place for a job: in the order of their names, some at a time. The checkpoint is the last name,
 * so that it goes on where it was even if files have come or gone.
 */
@Component
public final class ImportBatches {
    private static final long MILLISECONDS_TO_WAIT_FOR_ROOM = 500;

    private final ImportPlaces places;
    private final long mostBytes;

    /** How far a job came; becomes its checkpoint. */
    public interface Progress {
        /** The name of the last file that is done; empty before the first. */
        String last();

        /** How many files are done. */
        long done();

        /** What became of them. */
        String sentence();
    }

    /** What a job does with some files. */
    @FunctionalInterface
    public interface Step<P extends Progress> {
        P take(Batch batch, P before) throws InterruptedException;
    }

    /** Some files of a place. */
    public final class Batch {
        private final ImportSource source;
        private final List<String> items;
        private final AtomicLong bytes;

        private Batch(ImportSource source, List<String> items, AtomicLong bytes) {
            this.source = source;
            this.items = items;
            this.bytes = bytes;
        }

        /** What the files are called within the place. */
        public List<String> items() {
            return items;
        }

        /** The files to be read; what comes out of them counts. */
        public List<Upload> uploads(UnaryOperator<String> nameOfItem) {
            return items.stream()
                    .map(item -> new Upload(
                            nameOfItem.apply(item), () -> MeteredStream.open(source, item, bytes::addAndGet)))
                    .toList();
        }

        /**
         * Ends the job if more came out of the place by now than one may hold.
         *
         * @param advice what became of that, and what to do
         */
        public void requireWithinLimit(String advice) {
            if (bytes.get() > mostBytes) {
                throw new ProblemException(
                        ProblemCode.TOO_LARGE,
                        "More than %,d bytes came out of it (setting import.zip-bytes). %s"
                                .formatted(mostBytes, advice));
            }
        }
    }

    ImportBatches(ImportPlaces places, Settings settings) {
        this.places = places;
        this.mostBytes = settings.imports().zipBytes();
    }

    /**
     * Takes every file, or those that are to be tried again, until the end or until the job is told to stop.
     *
     * @param start before the first file
     * @param atATime files in a batch
     * @throws ProblemException if there is nothing to read from any more
     */
    public <P extends Progress> void run(JobRun run, ImportPlace place, P start, int atATime, Step<P> step)
            throws IOException, InterruptedException {
        try (ImportSource source = places.open(place)) {
            run(run, source, start, atATime, step);
        }
    }

    private <P extends Progress> void run(JobRun run, ImportSource source, P start, int atATime, Step<P> step)
            throws InterruptedException {
        @SuppressWarnings("unchecked") // a record's class is that of its type
        P progress = run.checkpoint((Class<P>) start.getClass()).orElse(start);
        List<String> all = run.retriedItems().isEmpty()
                ? source.items()
                : run.retriedItems().stream().sorted().toList();
        String last = progress.last();
        List<String> items =
                all.stream().filter(item -> item.compareTo(last) > 0).toList();
        run.total(progress.done() + items.size());
        if (all.isEmpty()) {
            run.message("no files in it");
        }
        AtomicLong bytes = new AtomicLong();
        for (int from = 0; from < items.size() && !run.cancelRequested(); from += atATime) {
            List<String> some = items.subList(from, Math.min(items.size(), from + atATime));
            progress = step.take(new Batch(source, some, bytes), progress);
            run.done(progress.done());
            run.message(progress.sentence());
            run.checkpoint(progress);
        }
    }

    /** People who wait for an answer go first: while they fill the room, a job waits. Nothing once it is told to stop. */
    public static <T> List<T> whenThereIsRoom(JobRun run, Supplier<List<T>> work) throws InterruptedException {
        while (!run.cancelRequested()) {
            try {
                return work.get();
            } catch (ProblemException e) {
                if (e.code() != ProblemCode.UNAVAILABLE) {
                    throw e;
                }
                Thread.sleep(MILLISECONDS_TO_WAIT_FOR_ROOM);
            }
        }
        return List.of();
    }
}
