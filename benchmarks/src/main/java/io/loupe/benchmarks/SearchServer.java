package io.loupe.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.vision.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A server with an empty data folder of its own, and a key to it. */
final class SearchServer implements AutoCloseable {
    private static final String EMAIL = "bench@example.org";
    private static final String PASSWORD = "nobody else's password";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Path data;
    private final ServerProcess process;
    private final String key;
    private final String tenant;

    private SearchServer(Path data, ServerProcess process) {
        this.data = data;
        this.process = process;
        try (ServerClient person = ServerClient.signedIn(process.address(), EMAIL, PASSWORD)) {
            this.tenant = person.get("/api/auth/me").path("tenant_id").asText();
            this.key = person.post("/api/keys", Map.of("name", "bench", "role", "administrator"))
                    .path("secret")
                    .asText();
        }
    }

    /** Starts one whose vectors have this many values. */
    static SearchServer start(int dimension) {
        Path data = ServerProcess.createDataFolder();
        Map<String, String> settings = Map.of(
                "LOUPE_ADMIN_EMAIL",
                EMAIL,
                "LOUPE_ADMIN_PASSWORD",
                PASSWORD,
                "LOUPE_MODELS_PROJECTION",
                Integer.toString(dimension),
                "LOUPE_LIMITS_REQUESTS_PER_MINUTE",
                "10000000");
        return new SearchServer(data, ServerProcess.start(data, List.of(), settings));
    }

    URI address() {
        return process.address();
    }

    String key() {
        return key;
    }

    String tenant() {
        return tenant;
    }

    /** How the index is. */
    JsonNode index() {
        try (ServerClient client = ServerClient.withKey(process.address(), key)) {
            return client.get("/api/index");
        }
    }

    /** Waits until searches use the index. */
    void awaitIndex() {
        while (!index().path("state").asText().equals("ready")) {
            ServerProcess.pause(LOOK_EVERY);
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
        return process.residentMegabytes();
    }

    /** How long the server has used a core, in seconds; its database not counted. */
    double cpuSeconds() {
        return process.cpuSeconds();
    }

    @Override
    public void close() {
        process.close();
        FolderTree.delete(data);
    }
}
