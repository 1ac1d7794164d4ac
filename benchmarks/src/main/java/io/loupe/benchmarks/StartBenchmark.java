package io.loupe.benchmarks;

import io.loupe.vision.file.FolderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * From the start of Java to a server that is ready, without and with the cache that the launcher keeps of how classes are
 * linked. The aim is under 10 s without and under 5 s with it.
 */
final class StartBenchmark implements Benchmark {
    private static final int TURNS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "Start";
    }

    @Override
    public String run() {
        Path data = ServerProcess.createDataFolder();
        Path cache = data.resolve("server.aot");
        try {
            double first = seconds(data, List.of());
            double recording = seconds(data, List.of("-XX:AOTCacheOutput=" + cache));
            if (!Files.exists(cache)) {
                throw new IllegalStateException("The server's stop did not write " + cache);
            }
            double[] without = new double[TURNS];
            double[] with = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                without[turn] = seconds(data, List.of());
                with[turn] = seconds(data, List.of("-XX:AOTCache=" + cache));
            }
            return table(first, recording, median(without), median(with));
        } finally {
            FolderTree.delete(data);
        }
    }

    private static double seconds(Path data, List<String> options) {
        long start = System.nanoTime();
        try (ServerProcess _ = ServerProcess.start(data, options, Map.of())) {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double median(double[] seconds) {
        Arrays.sort(seconds);
        return seconds[TURNS / 2];
    }

    private static String table(double first, double recording, double without, double with) {
        return """
                Seconds from the start of Java to a server that is ready, its own database and migrations included. The very
                first start makes folder and database, and the first start by the launcher writes a cache of how classes are
                linked, which the later ones use; both once, the others by turns.

                | | s |
                | --- | ---: |
                | into an empty data folder | %.1f |
                | while the cache is recorded | %.1f |
                | without the cache | %.1f |
                | with the cache | %.1f |
                """.formatted(first, recording, without, with);
    }
}
