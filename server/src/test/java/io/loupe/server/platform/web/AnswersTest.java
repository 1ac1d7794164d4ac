package io.loupe.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has in common. */
final class AnswersTest {
    private final Api nobody = Api.asNobody();

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }

    @Test
    void aRequestKeepsItsIdOrIsGivenOne() {
        assertThat(header(nobody.with("X-Request-Id", "line-7.4711").get("/healthz"), "X-Request-Id"))
                .isEqualTo("line-7.4711");
        assertThat(header(nobody.get("/healthz"), "X-Request-Id")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "<script>", "ünïcode"})
    void anIdThatCouldHarmALogIsReplaced(String id) {
        assertThat(header(nobody.with("X-Request-Id", id).get("/healthz"), "X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void browsersAreToldWhatNotToDo() {
        Answer answer = nobody.get("/api/auth/me");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(header(answer, "Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/nowhere", "/api", "/api/users/../../etc/passwd"})
    void whatIsNotThereIsAProblemToo(String path) {
        Answer answer = nobody.get(path);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("not_found");
        assertThat(answer.text("type")).isEqualTo("/docs/problems#not_found");
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        Answer answer = nobody.send("PUT", "/api/auth/login", "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        Answer answer = Api.withKey("loupe_x").with("Authorization", "Bearer y").get("/api/auth/me");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Api.withKey("loupe_x").get("/api/auth/me").status()).isEqualTo(401);
    }

    @Test
    void theTypeOfAProblemLeadsToItsMeaning() {
        String type = nobody.get("/api/nowhere").text("type");
        String page = nobody.get(type.substring(0, type.indexOf('#'))).raw().body();
        assertThat(page).contains("id=\"%s\"".formatted(type.substring(type.indexOf('#') + 1)));
    }

    @Test
    void pagesOfOthersReadNothingUnlessASettingSaysSo() {
        Answer answer = nobody.with("Origin", "https://parts.example.org").get("/api/auth/me");
        assertThat(answer.status())
                .as("our own page behind a proxy looks like this")
                .isEqualTo(401);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void longAnswersArePacked() {
        Answer answer = nobody.with("Accept-Encoding", "gzip").get("/metrics");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Vary")).containsIgnoringCase("accept-encoding");
    }

    @Test
    void metricsCountRequestsByMethodEndpointAndStatus() {
        nobody.post("/api/auth/login", Map.of());
        String metrics = nobody.get("/metrics").raw().body();
        assertThat(metrics)
                .contains("http_requests_total{endpoint=\"/api/auth/login\",method=\"POST\",status=\"422\"}")
                .contains("http_request_duration_seconds_bucket{endpoint=\"/api/auth/login\"")
                .contains("http_requests_in_progress{endpoint=\"/metrics\",method=\"GET\"} 1.0")
                .contains("http_requests_in_progress{endpoint=\"/api/auth/login\",method=\"POST\"} ")
                .contains("jvm_memory_used_bytes");
    }
}
