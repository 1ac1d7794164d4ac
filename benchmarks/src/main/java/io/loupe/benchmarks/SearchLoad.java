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
    static final class Served {
        private final double seconds;
        private final long[] took;

        /** @param took nanoseconds of each query */
        private Served(double seconds, LongStream took) {
            this.seconds = seconds;
            this.took = took.sorted().toArray();
        }

        /** This, and another load that came before or after it. */
        Served and(Served other) {
            return new Served(
                    seconds + other.seconds, LongStream.concat(Arrays.stream(took), Arrays.stream(other.took)));
        }

        double queriesPerSecond() {
            return took.length / seconds;
        }

        double medianMilliseconds() {
            return took[took.length / 2] / 1e6;
        }

        double p95Milliseconds() {
            return took[(int) (0.95 * took.length)] / 1e6;
        }

        double slowestMilliseconds() {
            return took[took.length - 1] / 1e6;
        }
    }

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
            LongStream took = LongStream.empty();
            for (Future<long[]> client : all) {
                took = LongStream.concat(took, Arrays.stream(client.get()));
            }
            return new Served((System.nanoTime() - start) / 1e9, took);
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
