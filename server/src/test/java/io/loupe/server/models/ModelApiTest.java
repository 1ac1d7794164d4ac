package io.loupe.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ModelApiTest {
    private final Api caller = Api.ofNewTenant();

    private static Form twoAndABadOne() {
        return new Form()
                .file("files", "one.png", TestPictures.png(1))
                .file("files", "text.png", "no picture".getBytes(StandardCharsets.UTF_8))
                .file("files", "other.png", TestPictures.png(2));
    }

    @Test
    void picturesBecomeVectorsOfLengthOne() {
        Answer answer = caller.post("/api/embed/image", twoAndABadOne());
        assertThat(answer.status()).isEqualTo(200);
        JsonNode items = answer.body().path("items");
        assertThat(items.valueStream().map(item -> item.path("filename").asString()))
                .containsExactly("one.png", "text.png", "other.png");
        for (int i : new int[] {0, 2}) {
            JsonNode embedding = items.path(i).path("embedding");
            assertThat(embedding).hasSize(answer.body().path("dimension").asInt());
            assertThat(embedding
                            .valueStream()
                            .mapToDouble(value -> value.asDouble() * value.asDouble())
                            .sum())
                    .isBetween(0.999, 1.001);
        }
        assertThat(items.path(1).path("embedding").isNull()).isTrue();
        assertThat(items.path(1).path("error").path("code").asString()).isEqualTo("wrong_content_type");
        assertThat(answer.text("model_name")).isNotEmpty();
    }

    @Test
    void whereThereIsNoDetectorPicturesHaveNoObjects() {
        JsonNode items =
                caller.post("/api/detect/objects", twoAndABadOne()).body().path("items");
        assertThat(items.path(0).path("objects").isArray()).isTrue();
        assertThat(items.path(1).path("objects").isNull()).isTrue();
        assertThat(items.path(1).path("error").path("detail").asString()).contains("'text.png'");
    }

    @Test
    void nothingIsKept() {
        caller.post("/api/embed/image", twoAndABadOne());
        assertThat(caller.get("/api/library").body().path("pictures").asInt()).isZero();
    }
}
