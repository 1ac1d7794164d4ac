package io.loupe.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the test server: nobody, who signed in, or a program with a key. */
public final class Api {
    /** Long enough, and nobody's in earnest. */
    public static final String PASSWORD = "a password of tests";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> headers;

    /** An answer; its body is read as JSON where there is one. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String text(String field) {
            return body.path(field).asString();
        }
    }

    private Api(Map<String, String> headers) {
        this.headers = headers;
    }

    public static Api asNobody() {
        return new Api(Map.of());
    }

    public static Api withToken(String accessToken) {
        return new Api(Map.of("Authorization", "Bearer " + accessToken));
    }

    public static Api withKey(String key) {
        return new Api(Map.of("X-API-Key", key));
    }

    /** The administrator of a new tenant. */
    public static Api ofNewTenant() {
        String email = newEmail();
        asNobody().post("/api/auth/register", Map.of("name", "Tests", "email", email, "password", PASSWORD));
        return signIn(email, PASSWORD);
    }

    public static Api signIn(String email, String password) {
        return withToken(asNobody()
                .post("/api/auth/login", Map.of("email", email, "password", password))
                .text("access_token"));
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    /** The same with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Api(more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends one file as a form, under both names that operations give to files. */
    public Answer upload(String method, String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return send(method, path, new Form().file("file", "a.bin", bytes).file("files", "a.bin", bytes));
    }

    /** The bytes of a file, with what was said of it. */
    public HttpResponse<byte[]> download(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(TestServer.address().resolve(path));
        headers.forEach(request::setHeader);
        return send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Sends a form with files. */
    public Answer post(String path, Form form) {
        return send("POST", path, form);
    }

    /** Sends a body as it is if it is a text or a form, else as JSON. */
    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(TestServer.address().resolve(path));
        if (body != null) {
            request.setHeader("Content-Type", body instanceof Form ? Form.contentType() : "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, publisher(body));
        HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json") && !type.contains("jsonl"))
                .isPresent();
        return new Answer(response.statusCode(), JSON.readTree(json ? response.body() : "{}"), response);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            case Form form -> BodyPublishers.ofByteArray(form.bytes());
            default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }
}
