package io.loupe.cli.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much memory this process holds, as the operating system counts it: heap, network and all. In MB of 2^20 bytes; null
 * where the system does not tell (only Linux does).
 */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** The most it has held so far. */
    public static @Nullable Long peakMegabytes() {
        return megabytes("VmHWM:");
    }

    /** What it holds now. */
    public static @Nullable Long currentMegabytes() {
        return megabytes("VmRSS:");
    }

    private static @Nullable Long megabytes(String field) {
        if (!Files.isReadable(STATUS)) {
            return null;
        }
        try {
            Optional<String> line = Files.readAllLines(STATUS).stream()
                    .filter(candidate -> candidate.startsWith(field))
                    .findFirst();
            return line.map(text -> Long.parseLong(text.substring(field.length())
                                    .replace("kB", "")
                                    .strip())
                            / 1024)
                    .orElse(null);
        } catch (IOException e) {
            return null; // the figure is a courtesy; nothing fails for want of it
        }
    }
}
