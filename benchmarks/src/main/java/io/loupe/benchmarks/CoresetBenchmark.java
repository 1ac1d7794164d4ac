package io.loupe.benchmarks;

import io.loupe.vision.coreset.GreedyCoreset;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;

/** What choosing a coreset costs beside the plain loop, and at the size of a whole category. */
final class CoresetBenchmark implements Benchmark {
    private static final int DIMENSION = 128;
    private static final String PLAIN = "plain loop, one thread";
    private static final String GREEDY = "GreedyCoreset";

    @Override
    public String name() {
        return "coreset";
    }

    @Override
    public String title() {
        return "Coreset";
    }

    @Override
    public String run() {
        RowMatrix small = RandomRows.clustered(40_000, DIMENSION, 2);
        Race.Medians medians = new Race()
                .with(PLAIN, () -> PlainCoreset.select(small, 4000, 0))
                .with(GREEDY, () -> GreedyCoreset.select(small, 4000, 1, Progress.SILENT))
                .run();
        RowMatrix large = RandomRows.clustered(218_000, DIMENSION, 2);
        Race.Medians largeMedians = new Race()
                .with(GREEDY, () -> GreedyCoreset.select(large, 21_800, 1, Progress.SILENT))
                .run();
        return """
                Greedy k-centre selection of a tenth of all rows of %d values. The plain loop measures every row after
                every pick and begins at one row; `GreedyCoreset` begins at the mean distance to ten, and picks what such a
                loop would pick from there.

                | rows | | seconds | times the plain loop's speed |
                | --- | --- | ---: | ---: |
                """.formatted(DIMENSION)
                + row("40,000 to 4,000", PLAIN, medians, 1)
                + row("40,000 to 4,000", GREEDY, medians, medians.of(PLAIN) / medians.of(GREEDY))
                + "| 218,000 to 21,800 | %s | %.2f | |%n".formatted(GREEDY, largeMedians.of(GREEDY));
    }

    private static String row(String size, String runner, Race.Medians medians, double speed) {
        return "| %s | %s | %.2f | %.1f |%n".formatted(size, runner, medians.of(runner), speed);
    }
}
