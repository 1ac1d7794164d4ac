package io.loupe.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.server.DataFolder;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.vision.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A server in a process of its own, started as {@code ./loupe start} does, with an empty data folder. */
final class SearchServer implements AutoCloseable {
    private static final String EMAIL = "bench@example.org";
    private static final String PASSWORD = "nobody else's password";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Process process;
    private final URI address;
    private final String key;
    private final String tenant;

    private SearchServer(Path data, Process process, URI address) {
        this.data = data;
        this.process = process;
        this.address = address;
        try (ServerClient person = ServerClient.signedIn(address, EMAIL, PASSWORD)) {
            this.tenant = person.get("/api/auth/me").path("tenant_id").asText();
            this.key = person.post("/api/keys", Map.of("name", "bench", "role", "administrator"))
                    .path("secret")
                    .asText();
        }
    }

    /** Starts one whose vectors have this many values. */
    static SearchServer start(int dimension) {
        try {
            // Every account may enter: as root, the database runs under another one.
            Path data = Files.setPosixFilePermissions(
                    Files.createTempDirectory("loupe-bench-"), PosixFilePermissions.fromString("rwxr-xr-x"));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--add-modules=jdk.incubator.vector",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Xlog:disable",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.loupe.cli.Loupe",
                            "start",
                            "--data",
                            data.toString(),
                            "--port",
                            "0")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment()
                    .putAll(Map.of(
                            "LOUPE_ADMIN_EMAIL",
                            EMAIL,
                            "LOUPE_ADMIN_PASSWORD",
                            PASSWORD,
                            "LOUPE_MODELS_PROJECTION",
                            Integer.toString(dimension),
                            "LOUPE_LIMITS_REQUESTS_PER_MINUTE",
                            "10000000"));
            Process process = builder.start();
            return new SearchServer(data, process, await(data, process));
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
            pause(Duration.ofMillis(100));
        }
        throw new IllegalStateException("The server did not start; its log is in " + data);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server started", e);
        }
    }

    URI address() {
        return address;
    }

    String key() {
        return key;
    }

    String tenant() {
        return tenant;
    }

    /** How the index is. */
    JsonNode index() {
        try (ServerClient client = ServerClient.withKey(address, key)) {
            return client.get("/api/index");
        }
    }

    /** Waits until searches use the index. */
    void awaitIndex() {
        while (!index().path("state").asText().equals("ready")) {
            pause(Duration.ofSeconds(2));
        }
    }

    /** The folder of the tenant's index. */
    Path indexFolder() {
        try (Stream<Path> models = Files.list(data.resolve("index"))) {
            return models.map(model -> model.resolve(tenant))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, as the role that row-level security does not hold. */
    DataSource database() {
        return DatabaseAddress.ownerOf(
                        EmbeddedPostgres.findRunning(data.resolve("postgres")).orElseThrow())
                .unpooled();
    }

    /** The server's own resident memory in MB of 2^20 bytes, without its database; 0 where the system does not tell. */
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

    /** How long the server has used a core, in seconds; its database not counted. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        FolderTree.delete(data);
    }
}
