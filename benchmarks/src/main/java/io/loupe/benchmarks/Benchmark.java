package io.loupe.benchmarks;

/** One question about speed, answered by a paragraph of Markdown. */
interface Benchmark {
    /** What {@code ./loupe bench NAME} calls it. */
    String name();

    /** The heading of what it tells. */
    String title();

    /** Measures, and tells the result. */
    String run();
}
