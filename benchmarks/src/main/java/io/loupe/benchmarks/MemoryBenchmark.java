package io.loupe.benchmarks;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a training on many pictures holds at most, and whether inspecting goes on taking memory: a process of its own,
 * with the launcher's settings, as the operating system counts it. The aim is under 2 GB, and no growth.
 */
final class MemoryBenchmark implements Benchmark {
    private static final int PICTURES = 700;
    private static final int INSPECTIONS = 5000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public String run() {
        Map<String, String> figures = probe();
        return """
                Resident size of a process that trains `patchcore` on `%s` with %d pictures at 256 x 256 and a 10 %% coreset
                (%s rows), then inspects %,d pictures; one run.

                | | MB |
                | --- | ---: |
                | most during training | %s |
                | after 500 inspections | %s |
                | after %,d inspections | %s |
                """.formatted(
                        BenchEncoder.request().id(),
                        PICTURES,
                        figures.get("bank"),
                        INSPECTIONS,
                        figures.get("training"),
                        figures.get("settled"),
                        INSPECTIONS,
                        figures.get("after"));
    }

    private static Map<String, String> probe() {
        return JavaProcess.run(MemoryProbe.class, Integer.toString(PICTURES), Integer.toString(INSPECTIONS)).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(figure -> figure[0], figure -> figure[1]));
    }
}
