package io.loupe.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Talks to a server in somebody's name. A server that is busy (429, 503) says when to come again, and is asked again then,
 * for some minutes. Thread-safe.
 *
 * <p>Every call throws {@link ServerRefusedException} with the server's own sentence when it refuses.
 */
public final class ServerClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration UPLOAD = Duration.ofHours(1); // gigabytes over a slow line
    private static final int TRIES = 60;
    private static final long LONGEST_PAUSE_SECONDS = 10;
    private static final int ITEMS_OF_A_PAGE = 500; // the most that a server gives
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI server;
    private final Map<String, String> credentials;

    /** Talks to a server with these headers, of which nobody in particular has none. */
    private ServerClient(HttpClient http, URI server, Map<String, String> credentials) {
        this.http = http;
        this.server = server;
        this.credentials = credentials;
    }

    /** With an API key. */
    public static ServerClient withKey(URI server, String key) {
        return new ServerClient(connect(), server, Map.of("X-API-Key", key));
    }

    /** As a person, for as long as an access token is good: some minutes. */
    public static ServerClient signedIn(URI server, String email, String password) {
        HttpClient http = connect();
        try {
            ServerClient nobody = new ServerClient(http, server, Map.of());
            JsonNode answer = nobody.post("/api/auth/login", Map.of("email", email, "password", password));
            String token = answer.path("access_token").asText();
            return new ServerClient(http, server, Map.of("Authorization", "Bearer " + token));
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private static HttpClient connect() {
        return HttpClient.newBuilder()
                .version(
                        HttpClient.Version
                                .HTTP_1_1) // else each request asks for version 2, which no server of ours speaks
                .connectTimeout(CONNECT)
                .build();
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Gets a list page by page, and gives each item of it; the path may have a query. */
    public void forEachItem(String path, Consumer<JsonNode> each) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + ITEMS_OF_A_PAGE;
        String next = "";
        do {
            JsonNode page = get(first + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("items").forEach(each);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
    }

    /** Sends a value as JSON. */
    public JsonNode post(String path, Object value) {
        try {
            BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(value));
            return send(request(path).header("Content-Type", "application/json").POST(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + value, e);
        }
    }

    /** Sends files as the form field {@code files}, and each text as a field of its own. */
    public JsonNode upload(String path, List<UploadedFile> files, List<Map.Entry<String, String>> fields) {
        return upload(path, "files", files, fields);
    }

    /** Sends one file as the form field {@code file}, and each text as a field of its own. */
    public JsonNode upload(String path, UploadedFile file, List<Map.Entry<String, String>> fields) {
        return upload(path, "file", List.of(file), fields);
    }

    private JsonNode upload(
            String path, String name, List<UploadedFile> files, List<Map.Entry<String, String>> fields) {
        Multipart form = new Multipart();
        fields.forEach(field -> form.text(field.getKey(), field.getValue()));
        files.forEach(file -> form.file(name, file));
        return send(request(path)
                .timeout(UPLOAD)
                .header("Content-Type", form.contentType())
                .POST(form.body()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER);
        credentials.forEach(request::header);
        return request;
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            for (int attempt = 1; true; attempt++) {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() < 300) {
                    return JSON.readTree(response.body());
                }
                if (!isBusy(response) || attempt == TRIES) {
                    throw refusal(response);
                }
                Thread.sleep(pause(response));
            }
        } catch (IOException e) {
            throw ServerRefusedException.unreachable(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for " + server, e));
        }
    }

    private static boolean isBusy(HttpResponse<String> response) {
        return (response.statusCode() == 429 || response.statusCode() == 503)
                && response.headers().firstValue("Retry-After").isPresent();
    }

    private static Duration pause(HttpResponse<String> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return Duration.ofSeconds(
                seconds.matches("\\d{1,4}")
                        ? Math.clamp(Long.parseLong(seconds), 1, LONGEST_PAUSE_SECONDS)
                        : LONGEST_PAUSE_SECONDS); // a date, which no server of ours sends
    }

    private static ServerRefusedException refusal(HttpResponse<String> response) {
        String sentence = "";
        try {
            sentence = JSON.readTree(response.body()).path("detail").asText("");
        } catch (JsonProcessingException _) {
            // not a problem of ours, a proxy's page perhaps: the status has to do
        }
        return new ServerRefusedException(
                sentence.isEmpty()
                        ? "%s answered with status %d.".formatted(response.uri(), response.statusCode())
                        : sentence,
                response.statusCode());
    }

    @Override
    public void close() {
        http.close();
    }
}
