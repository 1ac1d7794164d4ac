package io.loupe.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: results to the standard output, everything about the work itself to the standard error. */
record Terminal(PrintWriter out, PrintWriter err) {
    static Terminal of(CommandSpec spec) {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    ProgressBar progressBar() {
        return new ProgressBar(err, Objects.requireNonNull(System.console()).isTerminal());
    }
}
