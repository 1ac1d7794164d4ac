package io.loupe.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.EnterableFolder;
import io.loupe.server.LoupeServer;
import io.loupe.server.platform.postgres.SharedPostgres;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a tight limit and a friendly page elsewhere. */
final class SettingsAtWorkTest {
    private static final String FRIEND = "https://parts.example.org";

    @TempDir(factory = EnterableFolder.class)
    static Path data;

    private static LoupeServer server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        SharedPostgres.linkProgramsInto(data.resolve("postgres"));
        Map<String, String> settings =
                Map.of("LOUPE_PORT", "0", "LOUPE_LIMITS_REQUESTS_PER_MINUTE", "6", "LOUPE_CORS_ORIGINS", FRIEND);
        server = LoupeServer.start(Settings.read(data, settings, Map.of()));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        SharedPostgres.unlinkProgramsFrom(data.resolve("postgres"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    /** What a browser asks before it sends a page's request elsewhere. */
    private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
        return send(to("/api/keys")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() throws Exception {
        HttpResponse<String> response = send(to("/api/auth/me"));
        for (int i = 0; i < 3 && response.statusCode() == 401; i++) {
            response = send(to("/api/auth/me"));
        }
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("too_many_requests", "limits.requests-per-minute");
        assertThat(Long.parseLong(header(response, "Retry-After"))).isBetween(1L, 10L);
        assertThat(send(to("/healthz")).statusCode())
                .as("whoever watches is not held up")
                .isEqualTo(200);
    }

    @Test
    void pagesThatTheSettingsNameMayCall() throws Exception {
        HttpResponse<String> allowed = preflight(FRIEND);
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(header(allowed, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(allowed, "Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(header(allowed, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void othersMayNot() throws Exception {
        assertThat(header(preflight("https://elsewhere.example.org"), "Access-Control-Allow-Origin"))
                .as("what browsers look at")
                .isEmpty();
    }
}
