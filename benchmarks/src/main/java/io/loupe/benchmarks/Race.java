package io.loupe.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Times several ways to do one thing side by side, in turns, so that whatever else the machine does meets all alike.
 */
final class Race {
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final double WARM_UP_SECONDS = 2;

    private final Map<String, Runnable> runners = new LinkedHashMap<>();

    Race with(String name, Runnable work) {
        runners.put(name, work);
        return this;
    }

    /** The median of five turns of each runner after a warm-up. */
    Medians run() {
        runners.values().forEach(Race::warmUp);
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Runnable> runner : runners.entrySet()) {
                times.computeIfAbsent(runner.getKey(), name -> new double[ROUNDS])[round] = seconds(runner.getValue());
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((name, seconds) -> {
            Arrays.sort(seconds);
            medians.put(name, seconds[ROUNDS / 2]);
        });
        return new Medians(medians);
    }

    /** Seconds by runner, in the order they were added. */
    record Medians(Map<String, Double> seconds) {
        double of(String runner) {
            return Objects.requireNonNull(seconds.get(runner), runner);
        }
    }

    private static void warmUp(Runnable work) {
        double total = 0;
        for (int round = 0; round < WARM_UP_ROUNDS || total < WARM_UP_SECONDS; round++) {
            total += seconds(work);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
