package io.loupe.cli;

import io.loupe.server.DataFolder;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks a server to finish what it is doing and end. */
@Command(
        name = "stop",
        sortOptions = false,
        header = "Stop the server; requests that are under way are finished first.")
final class StopCommand implements Callable<Integer> {
    private static final int SECONDS_TO_STOP = 90;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<DataFolder.Running> running = folder.running();
        if (running.isPresent()) {
            return stop(running.get(), out);
        }
        out.println(
                folder.stopOrphan()
                        ? "No server was running on %s, but its database was: stopped.".formatted(folder.path())
                        : "No server is running on %s.".formatted(folder.path()));
        return ExitCode.DONE.number();
    }

    private static int stop(DataFolder.Running server, PrintWriter out)
            throws InterruptedException, ExecutionException {
        ProcessHandle process = server.process();
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            out.printf(
                    "Loupe at %s has not stopped within %d s. End process %d by force if you cannot wait: nothing that"
                            + " was saved is lost.%n",
                    server.address(), SECONDS_TO_STOP, process.pid());
            return ExitCode.NOT_AVAILABLE.number();
        }
        out.printf("Loupe at %s has stopped.%n", server.address());
        return ExitCode.DONE.number();
    }
}
