package io.loupe.benchmarks;

import io.loupe.server.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in a process of its own, started with what {@code ./loupe start} gives to Java. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** A new folder for a server's data, which the caller deletes. */
    static Path createDataFolder() {
        try {
            // Every account may enter: as root, the database runs under another one.
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory("loupe-bench-"), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one on a free port and answers when it is ready.
     *
     * @param data its folder
     * @param options for Java, beyond the launcher's
     * @param settings as environment variables
     */
    static ServerProcess start(Path data, List<String> options, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseParallelGC",
                "-XX:GCTimeRatio=19",
                "-Xlog:disable"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.loupe.cli.Loupe",
                "start",
                "--data",
                data.toString(),
                "--port",
                "0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            return new ServerProcess(process, await(data, process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI await(Path data, Process process) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(latest)) {
            Optional<DataFolder.Running> running = DataFolder.at(data).running();
            if (running.isPresent()) {
                return running.get().address();
            }
            pause(LOOK_EVERY);
        }
        throw new IllegalStateException("The server did not start; its log is in " + data);
    }

    /** Sleeps. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a server", e);
        }
    }

    URI address() {
        return address;
    }

    /** Its resident memory in MB of 2^20 bytes, without its database; 0 where the system does not tell. */
    long residentMegabytes() {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())));
            return status.stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** How long it has used a core, in seconds; its database not counted. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Stops it as {@code ./loupe stop} does, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
