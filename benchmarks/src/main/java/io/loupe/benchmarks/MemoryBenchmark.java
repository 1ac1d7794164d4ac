package io.loupe.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    public String run() {
        Map<String, String> figures = probe();
        return """
                ## Memory

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
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName(),
                Integer.toString(PICTURES),
                Integer.toString(INSPECTIONS));
        Map<String, String> figures = new HashMap<>();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(figure -> figures.put(figure[0], figure[1]));
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The watched process ended with %d".formatted(process.exitValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the watched process ran", e);
        }
        return figures;
    }
}
