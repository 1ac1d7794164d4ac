package io.loupe.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: results to the standard output, everything about the work itself to the standard error. */
public record Terminal(PrintWriter out, PrintWriter err) {
    static Terminal of(CommandSpec spec) {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /**
     * Takes the standard error that the launcher kept for Loupe, so that what the JVM prints by itself can be told
     * apart. Without the launcher nothing changes.
     */
    public static void useStandardErrorOfLauncher() {
        String path = System.getProperty("loupe.standard-error", "");
        if (!path.isEmpty()) {
            try {
                System.setErr(new PrintStream(new FileOutputStream(path), true, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The launcher's standard error %s cannot be used".formatted(path), e);
            }
        }
    }

    /** Whether the standard error is a terminal; the JVM cannot say it of the standard error alone, the launcher can. */
    public static boolean isInteractive() {
        return Boolean.getBoolean("loupe.terminal");
    }

    ProgressBar progressBar() {
        return new ProgressBar(err, isInteractive());
    }
}
