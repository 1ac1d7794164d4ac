package io.loupe.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: results to the standard output, everything about the work itself to the standard error. */
public record Terminal(PrintWriter out, PrintWriter err) {
    static Terminal of(CommandSpec spec) {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Whether the standard error is a terminal; the JVM cannot say it of the standard error alone, the launcher can. */
    public static boolean isInteractive() {
        return Boolean.getBoolean("loupe.terminal");
    }

    ProgressBar progressBar() {
        return new ProgressBar(err, isInteractive());
    }
}
