package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTParser;
import io.loupe.index.TenantId;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.postgres.SharedPostgres;
import io.loupe.server.platform.settings.Setting;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class LoupeServerTest {
    @TempDir(factory = EnterableFolder.class)
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void unpackNotAnew() throws IOException {
        SharedPostgres.linkProgramsInto(data.resolve("postgres"));
    }

    @AfterEach
    void unlink() throws IOException {
        SharedPostgres.unlinkProgramsFrom(data.resolve("postgres"));
    }

    private Settings settings(String port) {
        return Settings.read(data, Map.of(), Map.of(Setting.PORT, port));
    }

    private LoupeServer start(String port) {
        return LoupeServer.start(settings(port));
    }

    private HttpResponse<String> get(URI address, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void startsAnswersStopsAndStartsAgain() throws Exception {
        URI address;
        try (LoupeServer server = start("0")) {
            address = server.address();
            assertThat(get(address, "/healthz").body()).isEqualTo("ok");
            assertThat(get(address, "/readyz").statusCode()).isEqualTo(200);
            assertThat(DataFolder.at(data).running())
                    .get()
                    .extracting(DataFolder.Running::address)
                    .isEqualTo(address);
        }
        assertThat(DataFolder.at(data).running()).isEmpty();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(address, "/healthz"));
        try (LoupeServer server = start("0")) {
            assertThat(get(server.address(), "/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aDataFolderHasOneServerAndAPortOneProgram(@TempDir(factory = EnterableFolder.class) Path other)
            throws IOException {
        SharedPostgres.linkProgramsInto(other.resolve("postgres"));
        try (LoupeServer server = start("0")) {
            assertThatExceptionOfType(UnableToStartException.class)
                    .isThrownBy(() -> start("0"))
                    .withMessageContaining("Loupe is running on %s already, at %s", data, server.address());
            Settings samePort = Settings.read(
                    other,
                    Map.of(),
                    Map.of(Setting.PORT, String.valueOf(server.address().getPort())));
            assertThatExceptionOfType(UnableToStartException.class)
                    .isThrownBy(() -> LoupeServer.start(samePort))
                    .withMessageContaining("Choose another one with --port");
            assertThat(DataFolder.at(other).running()).isEmpty();
        }
        SharedPostgres.unlinkProgramsFrom(other.resolve("postgres"));
    }

    private HttpResponse<String> signIn(URI server, String email, String password)
            throws IOException, InterruptedException {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void whoHasTheDataFolderGetsInAgainWhetherAServerRunsOrNot() throws Exception {
        String email = "admin@loupe.local";
        String running;
        try (LoupeServer server = start("0")) {
            String first = server.firstStart().orElseThrow().drawnPassword().orElseThrow();
            running = PasswordReset.of(settings("0"), email).orElseThrow();
            assertThat(signIn(server.address(), email, first).statusCode()).isEqualTo(401);
            assertThat(signIn(server.address(), email, running).statusCode()).isEqualTo(200);
            assertThat(PasswordReset.of(settings("0"), "nobody@loupe.local")).isEmpty();
        }
        String stopped = PasswordReset.of(settings("0"), "ADMIN@loupe.local").orElseThrow();
        try (LoupeServer server = start("0")) {
            assertThat(server.firstStart()).isEmpty();
            assertThat(signIn(server.address(), email, running).statusCode()).isEqualTo(401);
            assertThat(signIn(server.address(), email, stopped).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheServerStops() throws Exception {
        LoupeServer server = start("0");
        CompletableFuture<HttpResponse<String>> slow = http.sendAsync(
                HttpRequest.newBuilder(server.address().resolve("/test/slow")).build(), BodyHandlers.ofString());
        SlowController.ENTERED.acquire();
        Thread stop = Thread.ofVirtual().start(server::close);
        waitUntilRefused(server.address());
        assertThat(slow).isNotDone();
        SlowController.MAY_LEAVE.release();
        assertThat(slow.get().body()).isEqualTo("finished");
        stop.join();
    }

    @Test
    void whoFollowsAJobDoesNotHoldUpAStop() throws Exception {
        LoupeServer server = start("0");
        String token = new JsonMapper()
                .readTree(signIn(
                                server.address(),
                                "admin@loupe.local",
                                server.firstStart()
                                        .orElseThrow()
                                        .drawnPassword()
                                        .orElseThrow())
                        .body())
                .path("access_token")
                .asString();
        TenantId tenant =
                TenantId.parse(JWTParser.parse(token).getJWTClaimsSet().getStringClaim("tid"));
        Map<String, Object> endless = Map.of(
                "file",
                data.resolve("done"),
                "items",
                1_000_000,
                "pauseMillis",
                5,
                "bad",
                List.of(),
                "worse",
                List.of(),
                "fatal",
                0);
        Job job = server.bean(Jobs.class).start(tenant, "count", endless, Optional.empty());
        HttpRequest events = HttpRequest.newBuilder(server.address().resolve("/api/jobs/%s/events".formatted(job.id())))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<Stream<String>> stream = http.send(events, BodyHandlers.ofLines());
        server.close();
        assertThat(stream.body().toList()).as("the stream ends as it should").contains("event: job");
    }

    private void waitUntilRefused(URI address) throws InterruptedException {
        while (true) {
            try (Socket _ = new Socket(address.getHost(), address.getPort())) {
                Thread.sleep(20);
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void aDatabaseOfOnesOwnIsUsedUnlessItsRoleSeesEverything() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"))) {
            DatabaseAddress address = DatabaseAddress.of(postgres);
            String application = urlWithPassword(address.application());
            String owner = urlWithPassword(address.owner());
            assertThatExceptionOfType(UnableToStartException.class)
                    .isThrownBy(() -> startOn(owner, owner))
                    .withMessageContaining("is a superuser or has BYPASSRLS")
                    .withMessageContaining("database.migration-url");
            try (LoupeServer server = startOn(application, owner)) {
                assertThat(get(server.address(), "/readyz").statusCode()).isEqualTo(200);
                assertThat(server.firstStart()).isPresent();
            }
        }
    }

    @Test
    void whileTheDatabaseIsAwayWhoeverComesIsToldWhenToComeAgain() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"));
        DatabaseAddress address = DatabaseAddress.of(postgres);
        try (LoupeServer server = startOn(urlWithPassword(address.application()), urlWithPassword(address.owner()))) {
            postgres.close();
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/images"))
                    .header("X-API-Key", "loupe_anybody's")
                    .build();
            for (int attempt = 0; attempt < 2; attempt++) { // on a connection that broke, and on one that is not made
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).contains("\"unavailable\"", "The database cannot be reached");
                assertThat(response.headers().firstValueAsLong("Retry-After")).hasValue(5);
            }
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
        assertThatExceptionOfType(UnableToStartException.class)
                .isThrownBy(() -> startOn("jdbc:postgresql://127.0.0.1:1/loupe?password=secret", ""))
                .withMessageContaining("The database cannot be reached")
                .withMessageContaining("database.url (jdbc:postgresql://127.0.0.1:1/loupe)")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    private LoupeServer startOn(String url, String migrationUrl) {
        Map<String, String> environment =
                Map.of("LOUPE_PORT", "0", "LOUPE_DATABASE_URL", url, "LOUPE_DATABASE_MIGRATION_URL", migrationUrl);
        return LoupeServer.start(Settings.read(data, environment, Map.of()));
    }

    private static String urlWithPassword(DatabaseAddress.Login login) {
        return "%s?user=%s&password=%s"
                .formatted(
                        login.url(),
                        login.who().getProperty("user"),
                        login.who().getProperty("password"));
    }
}
