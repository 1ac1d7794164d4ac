package io.loupe.benchmarks;

import io.loupe.vision.file.AtomicFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks and writes what they found: {@code Bench [--docs FOLDER] [--only NAME]}. */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new EncoderBenchmark(),
            new NearestRowsBenchmark(),
            new CoresetBenchmark(),
            new InspectionBenchmark(),
            new MemoryBenchmark());

    private Bench() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        BenchArguments chosen = BenchArguments.parse(
                arguments, ALL.stream().map(Benchmark::name).toList());
        StringBuilder report = new StringBuilder("""
                # Benchmarks

                Written by `./loupe bench` on %s: %s. Every figure is the median of five turns after a warm-up; the
                contenders of one table took turns, so that their ratios hold even where the times depend on the machine.

                """.formatted(LocalDate.now(ZoneOffset.UTC), Machine.describe()));
        for (Benchmark benchmark : ALL) {
            if (chosen.wants(benchmark.name())) {
                System.out.println("measuring " + benchmark.name() + " ...");
                String section = benchmark.run();
                System.out.println(section);
                report.append(section).append('\n');
            }
        }
        if (chosen.docs() != null && chosen.only() == null) {
            Path file = chosen.docs().resolve("benchmarks.md");
            AtomicFile.writeText(file, report.toString().stripTrailing() + "\n");
            System.out.println("written to " + file);
        }
    }
}
