package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import io.loupe.server.LoupeServer;
import io.loupe.server.identity.Tenants;
import io.loupe.server.platform.settings.Setting;
import io.loupe.server.platform.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until somebody stops it. */
@Command(
        name = "start",
        sortOptions = false,
        header = "Start the server, with a database of its own.",
        description = {
            "",
            "It answers on this machine only and runs until Ctrl-C or 'loupe stop'. The first start writes loupe.yaml into",
            "the data folder: every setting, explained."
        })
final class StartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens. Default: 8080, or what loupe.yaml says.")
    private @Nullable Integer port;

    @Option(
            names = "--demo",
            description =
                    "Open a tenant with made pictures beside yours, to look around in; its password is new at every start.")
    private boolean demo;

    @Mixin
    private DataOption data = new DataOption();

    /** Once it runs; read by the thread that stops it. */
    private volatile @Nullable LoupeServer running;

    @Override
    public Integer call() throws InterruptedException {
        Map<Setting, String> commandLine = new EnumMap<>(Setting.class);
        if (port != null) {
            commandLine.put(Setting.PORT, port.toString());
        }
        Path folder = data.folder().path();
        Settings settings = Settings.read(folder, System.getenv(), commandLine);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        LoupeServer server = LoupeServer.start(settings);
        running = server;
        report(server, folder);
        if (demo) {
            openDemo(server, folder.resolve("demo-parts"));
        }
        new CountDownLatch(1).await(); // until a signal ends the process
        return ExitCode.DONE.number();
    }

    private void stop() {
        LoupeServer server = running;
        if (server != null) {
            server.close();
        }
        // From here on only the JVM has something to say, at length, if it keeps what it learned for the next start.
        System.out.close();
        System.err.close();
    }

    private void report(LoupeServer server, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        Instant begin = ProcessHandle.current().info().startInstant().orElseThrow();
        out.printf(
                "Loupe is ready after %.1f s: %s%n",
                Duration.between(begin, Instant.now()).toMillis() / 1000.0, server.address());
        server.firstStart().ifPresent(first -> {
            out.printf("Sign in as %s", first.email());
            first.drawnPassword()
                    .ifPresent(password -> out.printf(" with the password %s (shown this once; change it)", password));
            out.println();
        });
        out.printf("Everything is in %s (settings: loupe.yaml, log: logs/loupe.log). Ctrl-C stops it.%n", folder);
        out.flush();
    }

    private void openDemo(LoupeServer server, Path partsToDrop) throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Tenants.SignIn signIn = server.openDemo();
        try (ServerClient client = ServerClient.signedIn(server.address(), signIn.email(), signIn.password());
                ProgressBar progress = terminal.progressBar()) {
            new DemoProject(client, DemoProject.USUAL, partsToDrop).fill(progress);
            new DemoLibrary(client, DemoLibrary.USUAL).fill(progress);
        }
        terminal.out().printf("The demo is at %s%n", server.address());
        terminal.out().printf("Sign in as %s with the password %s%n", signIn.email(), signIn.password());
        terminal.out()
                .printf("Parts to inspect, good and bad, are in %s: drop them onto its Inspection page%n", partsToDrop);
        terminal.out().flush();
    }
}
