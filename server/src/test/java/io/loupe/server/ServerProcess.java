package io.loupe.server;

import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, which can be killed. */
final class ServerProcess {
    private final Path data;
    private final Process process;

    private ServerProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** Starts one and waits until it answers. */
    static ServerProcess start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve("server")); // what a killed one announced
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("killed.log").toFile()));
        builder.environment().putAll(settings);
        Process process = builder.start();
        while (!Files.exists(data.resolve("server"))) {
            if (!process.isAlive()) {
                throw new IOException("The server ended: " + Files.readString(data.resolve("killed.log")));
            }
            Thread.sleep(50);
        }
        return new ServerProcess(data, process);
    }

    URI address() throws IOException {
        return URI.create(Files.readAllLines(data.resolve("server")).get(1));
    }

    /** Kills it together with its PostgreSQL, as a power cut would. */
    void kill() throws IOException, InterruptedException {
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        ProcessHandle postgres =
                ProcessHandle.of(Long.parseLong(postmaster.getFirst())).orElseThrow();
        process.destroyForcibly();
        postgres.destroyForcibly();
        process.waitFor();
        postgres.onExit().join();
    }

    /** Started by {@link #start} with a data folder; settings come by the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        LoupeServer.start(Settings.read(Path.of(arguments[0]), System.getenv(), Map.of()));
        new CountDownLatch(1).await();
    }
}
