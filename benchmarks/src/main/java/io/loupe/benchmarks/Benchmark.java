package io.loupe.benchmarks;

/** One question about speed, answered by a paragraph of Markdown. */
interface Benchmark {
    /** What {@code --only} calls it. */
    String name();

    /** Measures, and tells the result under a heading of its own. */
    String run();
}
