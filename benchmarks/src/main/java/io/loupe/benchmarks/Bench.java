package io.loupe.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks and writes what they found: {@code Bench [--docs FOLDER] [NAME]}. */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new EncoderBenchmark(),
            new NearestRowsBenchmark(),
            new CoresetBenchmark(),
            new InspectionBenchmark(),
            new MethodBenchmark(),
            new CorrectionBenchmark(),
            new StartBenchmark(),
            new SearchBenchmark(),
            new ImportBenchmark(),
            new JudgingBenchmark(),
            new MemoryBenchmark());

    private Bench() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        BenchArguments chosen = BenchArguments.parse(
                arguments, ALL.stream().map(Benchmark::name).toList());
        for (Benchmark benchmark : ALL) {
            if (chosen.wants(benchmark.name())) {
                System.out.println("measuring " + benchmark.name() + " ...");
                String section = "## %s%n%n%s%nMeasured on %s: %s.%n"
                        .formatted(
                                benchmark.title(),
                                benchmark.run().strip() + System.lineSeparator(),
                                LocalDate.now(ZoneOffset.UTC),
                                Machine.describe());
                System.out.println(section);
                if (chosen.docs() != null) {
                    keep(section, chosen.docs().resolve("benchmarks.md"));
                }
            }
        }
    }

    private static void keep(String section, Path file) {
        BenchPage.read(file)
                .with(section)
                .write(file, ALL.stream().map(Benchmark::title).toList());
        System.out.println("written to " + file);
    }
}
