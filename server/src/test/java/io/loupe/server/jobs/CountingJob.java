package io.loupe.server.jobs;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.stereotype.Component;

/** A job of the tests: its items are numbers, and each one that it does becomes a line of a file. */
@Component
final class CountingJob implements JobHandler {
    static final String TYPE = "count";

    /**
     * What to do.
     *
     * @param file where done items are written down
     * @param items how many there are, from 1
     * @param pauseMillis how long each one takes
     * @param bad items that fail the first time
     * @param worse items that fail each time
     * @param fatal the item at which the whole job fails, unless it begins with it; 0 for none
     */
    record Request(String file, int items, int pauseMillis, List<Integer> bad, List<Integer> worse, int fatal) {
        static Request of(Path file, int items) {
            return new Request(file.toString(), items, 0, List.of(), List.of(), 0);
        }

        Request pausing(int millis) {
            return new Request(file, items, millis, bad, worse, fatal);
        }

        Request failing(List<Integer> first, List<Integer> always) {
            return new Request(file, items, pauseMillis, first, always, fatal);
        }

        Request dyingAt(int item) {
            return new Request(file, items, pauseMillis, bad, worse, item);
        }
    }

    /** How many items are done. */
    record Checkpoint(int items) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        Request request = run.request(Request.class);
        if (!run.retriedItems().isEmpty()) {
            for (String item : run.retriedItems()) {
                handle(run, request, Integer.parseInt(item), request.worse());
            }
            return;
        }
        int start = run.checkpoint(Checkpoint.class).map(Checkpoint::items).orElse(0);
        run.total(request.items());
        for (int i = start + 1; i <= request.items(); i++) {
            if (run.cancelRequested()) {
                return;
            }
            if (i == request.fatal() && i > start + 1) {
                throw new ProblemException(ProblemCode.UNAVAILABLE, "Item %d is the end of it.".formatted(i));
            }
            handle(run, request, i, request.bad());
            run.done(i);
            run.checkpoint(new Checkpoint(i));
        }
    }

    private static void handle(JobRun run, Request request, int item, List<Integer> bad)
            throws IOException, InterruptedException {
        Thread.sleep(request.pauseMillis());
        if (bad.contains(item)) {
            run.failed(String.valueOf(item), "counting", "%d is a bad number.".formatted(item));
            return;
        }
        Files.writeString(Path.of(request.file()), item + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
