package io.loupe.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command line did, run in this process.
 *
 * @param exitCode as the process would answer
 * @param out what it printed to the standard output
 * @param err what it printed to the standard error
 */
record Run(int exitCode, String out, String err) {
    static Run loupe(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Loupe.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] words =
                java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return new Run(commandLine.execute(words), out.toString(), err.toString());
    }
}
