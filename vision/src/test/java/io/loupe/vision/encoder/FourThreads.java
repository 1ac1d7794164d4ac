package io.loupe.vision.encoder;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one call on four threads at the same time. */
public final class FourThreads {
    private FourThreads() {}

    /** The four answers; fails with what the first failing call threw. */
    public static <T> List<T> callAtOnce(Callable<T> call) {
        try (var threads = Executors.newFixedThreadPool(4)) {
            return threads.invokeAll(Collections.nCopies(4, call)).stream()
                    .map(FourThreads::answer)
                    .toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a call failed while three others ran", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
