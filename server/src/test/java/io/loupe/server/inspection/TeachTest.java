package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TeachTest {
    private final TrainedProject project = new TrainedProject();

    private Answer teach(Map<String, Object> said) {
        return project.api.post(project.path + "/corrections", said);
    }

    private JsonNode preview(Map<String, Object> said) {
        Answer answer = project.api.post(project.path + "/corrections/preview", said);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private String activeLabel() {
        return project.api
                .get(project.path)
                .body()
                .path("active_version")
                .path("label")
                .asString();
    }

    private List<String> names() {
        return project.get("/corrections")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private long images(String label) {
        return project.api.get(project.path).body().path(label + "_images").asLong();
    }

    @Test
    void aPictureThatIsSaidToBeNormalPassesFromThenOn() {
        JsonNode item = project.inspect("odd.png", Parts.scratchedPng(70));
        assertThat(item.path("verdict").asString()).isEqualTo("FAIL");
        JsonNode preview = preview(Map.of("sequence", 1, "kind", "normal"));
        assertThat(preview.path("verdict_before").asString()).isEqualTo("FAIL");
        assertThat(preview.path("verdict_after").asString()).isEqualTo("PASS");
        assertThat(preview.path("score_before").asDouble())
                .isEqualTo(item.path("score").asDouble());
        assertThat(activeLabel()).as("a preview changes nothing").isEqualTo("1.0");

        Answer version = teach(Map.of("sequence", 1, "kind", "normal"));
        assertThat(version.status()).as(version.raw().body()).isEqualTo(201);
        assertThat(version.text("label")).isEqualTo("1.1").isEqualTo(activeLabel());
        assertThat(version.text("change")).isEqualTo("correction");
        JsonNode again = project.inspect("odd.png", Parts.scratchedPng(70));
        assertThat(again.path("verdict").asString()).isEqualTo("PASS");
        assertThat(again.path("score").asDouble())
                .isEqualTo(preview.path("score_after").asDouble());
        assertThat(again.path("threshold").asDouble())
                .isEqualTo(preview.path("threshold_after").asDouble());
        assertThat(again.path("model_version").asString()).isEqualTo("1.1");
        assertThat(images("good")).isEqualTo(1);
        JsonNode told = project.get("/corrections").body().path("items").path(0);
        assertThat(told.path("name").asString()).isEqualTo("odd.png");
        assertThat(told.path("kind").asString()).isEqualTo("normal");
        assertThat(told.path("version_label").asString()).isEqualTo("1.1");
        assertThat(project.api
                        .get("/api/images/" + told.path("image_id").asString())
                        .text("source"))
                .isEqualTo("inspection");
        assertThat(told.path("preview_url").asString()).startsWith("/objects/");
    }

    @Test
    void knownDefectsThatWouldPassAreNamedFirst() {
        project.api.post(
                project.path + "/images",
                new Form().file("files", "known.png", Parts.scratchedPng(70)).text("label", "defect"));
        project.inspect("odd.png", Parts.scratchedPng(70));
        project.inspect("good.png", Parts.goodPng(71));
        JsonNode preview = preview(Map.of("sequence", 1, "kind", "normal"));
        assertThat(preview.path("escapes").path(0).path("name").asString()).isEqualTo("known.png");
        assertThat(preview.path("escapes").path(0).path("score_after").asDouble())
                .isLessThan(preview.path("escapes").path(0).path("score_before").asDouble());
        assertThat(preview.path("flips")).hasSize(1);
        assertThat(preview.path("flips").path(0).path("sequence").asLong()).isEqualTo(1);
        assertThat(preview.path("flips").path(0).path("verdict_after").asString())
                .isEqualTo("PASS");
        assertThat(preview.path("examined").asInt()).isEqualTo(3);
        assertThat(preview.path("of").asInt()).isEqualTo(3);
    }

    @Test
    void aDefectOfTheLibraryScoresHigherOnceItIsKnown() {
        String image = project.api
                .post("/api/images", new Form().file("files", "faint.png", Parts.scratchedPng(72)))
                .body()
                .path("items")
                .path(0)
                .path("image_id")
                .asString();
        Map<String, Object> said =
                Map.of("image_id", image, "kind", "defect", "box", Map.of("x", 28, "y", 28, "width", 32, "height", 28));
        JsonNode preview = preview(said);
        assertThat(preview.path("score_after").asDouble())
                .isGreaterThanOrEqualTo(preview.path("score_before").asDouble());
        assertThat(teach(said).status()).isEqualTo(201);
        assertThat(images("defect")).isEqualTo(1);
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        double before =
                project.inspect("odd.png", Parts.scratchedPng(73)).path("score").asDouble();
        teach(Map.of("sequence", 1, "kind", "normal"));
        String name = URLEncoder.encode(names().getFirst(), StandardCharsets.UTF_8);
        Answer undone = project.api.delete(project.path + "/corrections/" + name);
        assertThat(undone.status()).as(undone.raw().body()).isEqualTo(200);
        assertThat(undone.text("label")).isEqualTo("1.2").isEqualTo(activeLabel());
        assertThat(undone.text("change")).isEqualTo("undo");
        assertThat(names()).isEmpty();
        assertThat(project.inspect("odd.png", Parts.scratchedPng(73))
                        .path("score")
                        .asDouble())
                .isEqualTo(before);
        assertThat(project.api.delete(project.path + "/corrections/" + name).status())
                .isEqualTo(404);
    }

    @Test
    void ofSeveralWhoTeachAtATimeEachIsHeard() throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            project.inspect("odd-%d.png".formatted(seed), Parts.scratchedPng(80 + seed));
        }
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.rangeClosed(1, 4)
                    .mapToObj(sequence -> people.submit(() -> teach(Map.of("sequence", sequence, "kind", "normal"))))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().raw().body()).isEqualTo(201);
            }
        }
        assertThat(names()).containsExactly("odd-0.png", "odd-1.png", "odd-2.png", "odd-3.png");
        assertThat(activeLabel()).isEqualTo("1.4");
    }

    @Test
    void aThresholdThatSomebodyChoseIsKept() {
        project.inspect("odd.png", Parts.scratchedPng(74));
        String version = project.api
                .get(project.path)
                .body()
                .path("active_version")
                .path("version_id")
                .asString();
        project.api.send("PUT", project.path + "/versions/" + version + "/threshold", Map.of("fail", 1234.5));
        Answer taught = teach(Map.of("sequence", 1, "kind", "normal"));
        assertThat(taught.body().path("threshold").path("fail").asDouble()).isEqualTo(1234.5);
        assertThat(taught.body().path("threshold").path("by").asString()).isEqualTo("value");
    }

    @Test
    void twoPicturesOfOneNameAreToldApart() {
        project.inspect("a/odd.png", Parts.scratchedPng(75));
        project.inspect("odd.png", Parts.scratchedPng(76));
        teach(Map.of("sequence", 1, "kind", "normal"));
        teach(Map.of("sequence", 2, "kind", "normal"));
        assertThat(names()).containsExactly("odd.png", "odd.png (2)");
    }

    @Test
    void whatNamesNoPictureOrSaysNothingIsRefused() {
        project.inspect("part.png", Parts.goodPng(77));
        for (Map<String, Object> said : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("kind", "normal"),
                Map.of("sequence", 1),
                Map.of("sequence", 1, "kind", "good"),
                Map.of("sequence", 1, "kind", "normal", "box", Map.of("x", 0, "y", 0, "width", 5, "height", 5)),
                Map.of("sequence", 1, "kind", "defect", "box", Map.of("x", 90, "y", 0, "width", 7, "height", 5)),
                Map.of("sequence", 1, "kind", "defect", "box", Map.of("x", 0, "y", 0, "width", 0, "height", 5)))) {
            assertThat(teach(said).status()).as("%s", said).isEqualTo(422);
        }
        assertThat(teach(Map.of("sequence", 99, "kind", "normal")).status()).isEqualTo(404);
        assertThat(activeLabel()).isEqualTo("1.0");
    }
}
