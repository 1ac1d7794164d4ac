package io.loupe.cli.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much memory this process has held at most, as the operating system counts it: heap, network and all. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private ResidentMemory() {}

    /** In MB of 2^20 bytes; null where the system does not tell (only Linux does). */
    static @Nullable Long peakMegabytes() {
        if (!Files.isReadable(STATUS)) {
            return null;
        }
        try {
            Optional<String> line = Files.readAllLines(STATUS).stream()
                    .filter(candidate -> candidate.startsWith(PEAK))
                    .findFirst();
            return line.map(ResidentMemory::kilobytesOf)
                    .map(kilobytes -> kilobytes / 1024)
                    .orElse(null);
        } catch (IOException e) {
            return null; // the figure is a courtesy; no evaluation fails for want of it
        }
    }

    private static long kilobytesOf(String line) {
        return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
    }
}
