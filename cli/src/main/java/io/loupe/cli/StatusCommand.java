package io.loupe.cli;

import io.loupe.server.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether a server runs, and how it is. */
@Command(
        name = "status",
        sortOptions = false,
        header = "Say whether the server runs and whether it is ready; exit code 0 if so, else 4.")
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<DataFolder.Running> running = folder.running();
        if (running.isEmpty()) {
            out.printf("No server is running on %s. 'loupe start' starts one.%n", folder.path());
            return ExitCode.NOT_AVAILABLE.number();
        }
        URI address = running.get().address();
        boolean ready = isReady(address);
        out.printf(
                "Loupe %s at %s (process %d, data in %s)%n",
                ready ? "is ready" : "runs but is NOT READY",
                address,
                running.get().process().pid(),
                folder.path());
        return (ready ? ExitCode.DONE : ExitCode.NOT_AVAILABLE).number();
    }

    private static boolean isReady(URI address) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/readyz"))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
