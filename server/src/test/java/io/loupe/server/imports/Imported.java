package io.loupe.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An import of the tests, brought to its end. */
record Imported(Api api, String path, JsonNode job) {
    /** Waits for the job of an answer, by following it. */
    static Imported of(Api api, Answer started) {
        assertThat(started.status()).as(started.raw().body()).isEqualTo(202);
        return of(api, "/api/jobs/" + started.text("job_id"));
    }

    private static Imported of(Api api, String path) {
        assertThat(api.get(path + "/events").status()).isEqualTo(200);
        return new Imported(api, path, api.get(path).body());
    }

    Imported retried() {
        assertThat(api.post(path + "/retry", "").status()).isEqualTo(200);
        return of(api, path);
    }

    String state() {
        return job.path("state").asString();
    }

    String message() {
        return job.path("message").asString();
    }

    List<String> failedItems() {
        return failures("item");
    }

    List<String> failures(String field) {
        return api.get(path + "/failures")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    /** The names of the tenant's pictures, in their order. */
    List<String> pictures() {
        return api.get("/api/images?limit=500&sort=name")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }
}
