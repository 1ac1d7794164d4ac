package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to a server that may be killed meanwhile. */
record ServerCaller(URI address, String key) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** A caller with a key of the administrator's tenant. */
    static ServerCaller signIn(URI address, String email, String password) throws IOException, InterruptedException {
        ServerCaller nobody = new ServerCaller(address, "");
        String token = nobody.post("/api/auth/login", Map.of("email", email, "password", password))
                .path("access_token")
                .asString();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/keys"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name", "load", "role", "administrator"))))
                .build();
        return new ServerCaller(address, answer(request).path("secret").asString());
    }

    /** The same caller at a server that was started anew. */
    ServerCaller at(URI other) {
        return new ServerCaller(other, key);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .header("X-API-Key", key)
                .build());
    }

    /** Sends a form, or anything else as JSON. */
    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", body instanceof Form ? Form.contentType() : "application/json")
                .POST(
                        body instanceof Form form
                                ? BodyPublishers.ofByteArray(form.bytes())
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return answer(
                key.isEmpty()
                        ? request.build()
                        : request.header("X-API-Key", key).build());
    }

    private static JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s: %s", request.uri(), response.body())
                .isBetween(200, 299);
        return JSON.readTree(response.body());
    }
}
