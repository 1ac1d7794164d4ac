package io.loupe.server.inspection.verdict;

import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where pictures wait to be judged: as many at a time as there are cores, each on one thread, in the order in which they come.
 * A request with many pictures lines up only a few of them at a time, so that others come in between. Thread-safe.
 */
@Component
public final class InspectionQueue implements AutoCloseable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** While half of a request's pictures compute, the others wait for disk. */
    private static final int LINED_UP = 2 * CORES;

    private final Semaphore places;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            CORES, Thread.ofPlatform().daemon().name("inspect-", 0).factory());

    @Autowired
    InspectionQueue(Settings settings) {
        this(settings.models().waiting());
    }

    InspectionQueue(int places) {
        this.places = new Semaphore(places);
    }

    /**
     * Does some work for each input.
     *
     * @param work does the part that computes in {@link #compute}
     * @return what came of each, in their order
     * @throws ProblemException if there is no room for all of them to wait; then none is done
     */
    <I, O> List<O> each(List<I> inputs, Function<I, O> work) {
        if (!places.tryAcquire(inputs.size())) {
            throw ProblemException.unavailable(
                    "Too many pictures are waiting to be inspected (setting limits.waiting-pictures). None of these was"
                            + " taken; send them again soon.",
                    RETRY_AFTER);
        }
        try {
            return inputs.stream()
                    .gather(Gatherers.mapConcurrent(LINED_UP, work))
                    .toList();
        } finally {
            places.release(inputs.size());
        }
    }

    /** Computes on one of the threads, once it is this one's turn. */
    public <T> T compute(Supplier<T> work) {
        try {
            return workers.submit(work::get).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException _) {
            throw stopping();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private static ProblemException stopping() {
        return ProblemException.unavailable("The server is stopping.", RETRY_AFTER);
    }

    @Override
    public void close() {
        workers.close();
    }
}
