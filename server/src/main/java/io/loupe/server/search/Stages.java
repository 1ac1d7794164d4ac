package io.loupe.server.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each stage of a search took. */
final class Stages {
    private static final double NANOSECONDS_OF_MILLISECOND = 1e6;

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double took = (System.nanoTime() - start) / NANOSECONDS_OF_MILLISECOND;
        milliseconds.merge(stage, Math.round(took * 1_000) / 1_000.0, Double::sum);
        return result;
    }

    /** By stage, in the order of the stages. */
    Map<String, Double> milliseconds() {
        return milliseconds;
    }
}
