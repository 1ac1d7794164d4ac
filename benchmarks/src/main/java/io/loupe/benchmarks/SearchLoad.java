package io.loupe.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** Some clients that ask one query after the other, each for a picture drawn anew, for a while. */
final class SearchLoad {
    private SearchLoad() {}

    /** What the clients saw together. */
    record Served(
            double queriesPerSecond, double medianMilliseconds, double p95Milliseconds, double slowestMilliseconds) {}

    /** Lets the clients ask about pictures from 0 to {@code pictures}. */
    static Served run(int clients, Duration duration, int pictures, IntConsumer query) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> all = new ArrayList<>();
            long start = System.nanoTime();
            for (int client = 0; client < clients; client++) {
                Random random = new Random(client);
                all.add(threads.submit(
                        () -> ask(start + duration.toNanos(), () -> query.accept(random.nextInt(pictures)))));
            }
            long[] nanoseconds = new long[0];
            for (Future<long[]> client : all) {
                nanoseconds = LongStream.concat(Arrays.stream(nanoseconds), Arrays.stream(client.get()))
                        .toArray();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(nanoseconds);
            return new Served(
                    nanoseconds.length / seconds,
                    nanoseconds[nanoseconds.length / 2] / 1e6,
                    nanoseconds[(int) (0.95 * nanoseconds.length)] / 1e6,
                    nanoseconds[nanoseconds.length - 1] / 1e6);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A query failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while clients asked", e);
        }
    }

    private static long[] ask(long until, Runnable query) {
        LongStream.Builder took = LongStream.builder();
        for (long now = System.nanoTime(); now < until; ) {
            query.run();
            long end = System.nanoTime();
            took.add(end - now);
            now = end;
        }
        return took.build().toArray();
    }
}
