package io.loupe.server.models;

import io.loupe.server.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Collects what many callers want at a time and works on it in batches, on a few threads of its own. Whoever comes while
 * too much is waiting is turned away at once. Thread-safe.
 */
final class MicroBatches<I, O> implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String name;
    private final int largestBatch;
    private final Function<List<I>, List<O>> work;
    private final BlockingQueue<Wanted<I, O>> waiting;
    private final List<Thread> workers;
    private volatile boolean closed;

    private record Wanted<I, O>(I input, CompletableFuture<O> output) {}

    /**
     * Starts working.
     *
     * @param name of the threads, and in what is said to whoever is turned away
     * @param capacity how many inputs may wait
     * @param work one output for each input, in their order
     */
    MicroBatches(String name, int capacity, int threads, int largestBatch, Function<List<I>, List<O>> work) {
        this.name = name;
        this.largestBatch = largestBatch;
        this.work = work;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.workers = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofPlatform().daemon().name(name + "-" + i).start(this::workUntilClosed))
                .toList();
    }

    /**
     * The output for this input; waits for its turn.
     *
     * @throws ProblemException if too many are waiting, or this is closed
     */
    O get(I input) {
        CompletableFuture<O> output = new CompletableFuture<>();
        if (closed || !waiting.offer(new Wanted<>(input, output))) {
            throw turnedAway();
        }
        if (closed) {
            turnAwayAll(); // it may have come after close() did so
        }
        try {
            return output.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw turnedAway();
        }
    }

    int waitingCount() {
        return waiting.size();
    }

    private void workUntilClosed() {
        while (!closed) {
            List<Wanted<I, O>> batch = new ArrayList<>();
            try {
                batch.add(waiting.take());
            } catch (InterruptedException _) {
                return;
            }
            // A fair share, so that no worker stands by while another one has it all.
            waiting.drainTo(batch, Math.min(largestBatch - 1, waiting.size() / workers.size()));
            answer(batch);
        }
    }

    private void answer(List<Wanted<I, O>> batch) {
        try {
            List<O> outputs = work.apply(batch.stream().map(Wanted::input).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).output().complete(outputs.get(i));
            }
        } catch (RuntimeException | Error failure) {
            if (batch.size() == 1) {
                batch.getFirst().output().completeExceptionally(failure);
            } else {
                batch.forEach(one -> answer(List.of(one))); // whichever it was, the others did nothing wrong
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        turnAwayAll();
    }

    private void turnAwayAll() {
        List<Wanted<I, O>> late = new ArrayList<>();
        waiting.drainTo(late);
        late.forEach(one -> one.output().completeExceptionally(turnedAway()));
    }

    private ProblemException turnedAway() {
        return ProblemException.unavailable(
                "The %s is busy: too many pictures are waiting (setting limits.waiting-pictures). Try again soon."
                        .formatted(name),
                RETRY_AFTER);
    }
}
