package io.loupe.benchmarks;

import io.loupe.onnx.OnnxRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Says in one line what the figures were measured on. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return "%d cores (%s), %d MiB of heap, JDK %s, ONNX Runtime %s; load average at the start %.1f"
                .formatted(
                        runtime.availableProcessors(),
                        processor(),
                        runtime.maxMemory() >> 20,
                        Runtime.version(),
                        OnnxRuntime.environment().getVersion(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch") + ", processor not told by " + CPU_INFO;
        }
    }
}
