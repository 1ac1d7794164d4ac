package io.loupe.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line sends, and what it makes of answers; a small server of the JDK stands in for Loupe's. */
final class ServerClientTest {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Received> received = new ArrayDeque<>();
    private HttpServer server;
    private URI address;

    private record Answer(int status, String body, String retryAfter) {}

    private record Received(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return Objects.requireNonNull(headers.get(name)).getFirst();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            Answer answer = answers.remove();
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void answers(int status, String body) {
        answers.add(new Answer(status, body, ""));
    }

    @Test
    void signsInAndSendsTheTokenFromThenOn() {
        answers(200, "{\"access_token\":\"abc\"}");
        answers(200, "{\"pictures\":3}");
        try (ServerClient client = ServerClient.signedIn(address, "eva@example.org", "secret words")) {
            assertThat(client.get("/api/library").path("pictures").asInt()).isEqualTo(3);
        }
        assertThat(received.remove().body()).contains("\"email\":\"eva@example.org\"", "\"password\":\"secret words\"");
        assertThat(received.remove().header("Authorization")).isEqualTo("Bearer abc");
    }

    @Test
    void sendsFilesAndFieldsAsOneForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("on-disk.jpg"), "bytes on disk");
        answers(200, "{}");
        try (ServerClient client = ServerClient.withKey(address, "key")) {
            List<UploadedFile> files = List.of(
                    UploadedFile.of("a \"quoted\" name.png", "bytes in memory".getBytes(StandardCharsets.UTF_8)),
                    UploadedFile.of("on-disk.jpg", file));
            client.upload("/api/images", files, List.of(Map.entry("tags", "one"), Map.entry("tags", "two")));
        }
        Received form = received.remove();
        String boundary = form.header("Content-type").replace("multipart/form-data; boundary=", "");
        assertThat(form.header("X-api-key")).isEqualTo("key");
        assertThat(form.body())
                .startsWith("--" + boundary + "\r\n")
                .endsWith("--" + boundary + "--\r\n")
                .contains("name=\"tags\"\r\n\r\none\r\n", "name=\"tags\"\r\n\r\ntwo\r\n")
                .contains("name=\"files\"; filename=\"a %22quoted%22 name.png\"", "\r\n\r\nbytes in memory\r\n")
                .contains("filename=\"on-disk.jpg\"", "\r\n\r\nbytes on disk\r\n");
    }

    @Test
    void comesAgainWhenABusyServerSaysWhen() {
        answers.add(new Answer(503, "{}", "1"));
        answers(200, "{\"done\":true}");
        try (ServerClient client = ServerClient.withKey(address, "key")) {
            assertThat(client.post("/api/jobs", Map.of()).path("done").asBoolean())
                    .isTrue();
        }
        assertThat(received).hasSize(2);
    }

    @Test
    void tellsARefusalInTheServersWords() {
        answers(422, "{\"detail\":\"tags has at most 50.\"}");
        answers(502, "<html>a proxy's page</html>");
        try (ServerClient client = ServerClient.withKey(address, "key")) {
            assertThatExceptionOfType(ServerRefusedException.class)
                    .isThrownBy(() -> client.get("/api/images"))
                    .withMessage("tags has at most 50.");
            assertThatExceptionOfType(ServerRefusedException.class)
                    .isThrownBy(() -> client.get("/api/images"))
                    .withMessageEndingWith("/api/images answered with status 502.");
        }
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
        server.stop(0);
        try (ServerClient client = ServerClient.withKey(address, "key")) {
            assertThatExceptionOfType(ServerRefusedException.class)
                    .isThrownBy(() -> client.get("/api/images"))
                    .withMessageContaining("'loupe status' says whether it runs");
        }
    }
}
