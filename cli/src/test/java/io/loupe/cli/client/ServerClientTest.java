package io.loupe.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.cli.client.StandInServer.Answer;
import io.loupe.cli.client.StandInServer.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line sends, and what it makes of answers. */
final class ServerClientTest {
    @AutoClose
    private final StandInServer server = new StandInServer();

    @Test
    void signsInAndSendsTheTokenFromThenOn() {
        server.answers("POST /api/auth/login", 200, "{\"access_token\":\"abc\"}");
        server.answers("GET /api/library", 200, "{\"pictures\":3}");
        try (ServerClient client = ServerClient.signedIn(server.address(), "eva@example.org", "secret words")) {
            assertThat(client.get("/api/library").path("pictures").asInt()).isEqualTo(3);
        }
        Received login = server.received().remove();
        assertThat(login.body()).contains("\"email\":\"eva@example.org\"", "\"password\":\"secret words\"");
        assertThat(login.headers()).doesNotContainKeys("Authorization", "X-api-key");
        assertThat(server.received().remove().header("Authorization")).isEqualTo("Bearer abc");
    }

    @Test
    void sendsFilesAndFieldsAsOneForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("on-disk.jpg"), "bytes on disk");
        server.answers("POST /api/images", 200, "{}");
        try (ServerClient client = ServerClient.withKey(server.address(), "key")) {
            List<UploadedFile> files = List.of(
                    UploadedFile.of("a \"quoted\" name.png", "bytes in memory".getBytes(StandardCharsets.UTF_8)),
                    UploadedFile.of("on-disk.jpg", file));
            client.upload("/api/images", files, List.of(Map.entry("tags", "one"), Map.entry("tags", "two")));
        }
        Received form = server.received().remove();
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
        server.answers("POST /api/jobs", new Answer(503, "{}", "1"));
        server.answers("POST /api/jobs", 200, "{\"done\":true}");
        try (ServerClient client = ServerClient.withKey(server.address(), "key")) {
            assertThat(client.post("/api/jobs", Map.of()).path("done").asBoolean())
                    .isTrue();
        }
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void tellsARefusalInTheServersWords() {
        server.answers("GET /api/images", 422, "{\"detail\":\"tags has at most 50.\"}");
        server.answers("GET /api/images", 502, "<html>a proxy's page</html>");
        try (ServerClient client = ServerClient.withKey(server.address(), "key")) {
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
        server.close();
        try (ServerClient client = ServerClient.withKey(server.address(), "key")) {
            assertThatExceptionOfType(ServerRefusedException.class)
                    .isThrownBy(() -> client.get("/api/images"))
                    .withMessageContaining("'loupe status' says whether it runs");
        }
    }
}
