package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DefectTestsTest {
    private final Api api = Api.ofNewTenant();
    private final TestProject project = TestProject.create(api);

    private void train() {
        assertThat(project.awaitJob(project.train()).path("state").asString()).isEqualTo("succeeded");
    }

    private Answer test(JsonNode version) {
        return api.post(
                "%s/versions/%s/test"
                        .formatted(project.path(), version.path("version_id").asString()),
                Map.of());
    }

    private JsonNode anyOf(String label) {
        return project.images().stream()
                .filter(image -> image.path("label").asString().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void teachThat(String kind, JsonNode image) {
        Answer taught = api.post(
                project.path() + "/corrections",
                Map.of("image_id", image.path("image_id").asString(), "kind", kind));
        assertThat(taught.status()).as(taught.raw().body()).isEqualTo(201);
    }

    private List<JsonNode> tests() {
        return api.get("/api/jobs")
                .body()
                .path("items")
                .valueStream()
                .filter(job -> job.path("type").asString().equals("defect-test"))
                .toList();
    }

    private void awaitTests() {
        tests().forEach(job ->
                api.get("/api/jobs/%s/events".formatted(job.path("job_id").asString())));
    }

    private static List<String> names(JsonNode scores) {
        return scores.path("defects")
                .valueStream()
                .map(defect -> defect.path("name").asString())
                .toList();
    }

    @Test
    void whatWasCorrectedSaysSoonWhatItMakesOfTheDefects() {
        project.withGoodParts(8).withDefects(3);
        train();
        teachThat("defect", anyOf("defect"));
        awaitTests();

        JsonNode corrected = project.versions().getFirst();
        JsonNode scores = project.scores(corrected);
        assertThat(corrected.path("label").asString()).isEqualTo("1.1");
        assertThat(names(scores)).containsExactly("scratch-0.png", "scratch-1.png", "scratch-2.png");
        assertThat(corrected.path("metrics").path("defects").asInt()).isEqualTo(3);
        assertThat(corrected.path("metrics").path("pixel_auroc").isNumber()).isTrue();
        assertThat(tests().getFirst().path("message").asString()).startsWith("version 1.1 rejects ");
        assertThat(scores.path("defects"))
                .as("it scores them otherwise than the one that it was made of")
                .isNotEqualTo(project.scores(project.versions().getLast()).path("defects"));
    }

    @Test
    void anyVersionCanBeAskedAboutDefectsThatCameLater() {
        project.withGoodParts(8);
        train();
        JsonNode version = project.versions().getFirst();
        assertThat(version.path("metrics").isNull()).isTrue();
        project.withDefects(2);

        JsonNode job = project.awaitJob(test(version));
        assertThat(job.path("state").asString()).isEqualTo("succeeded");
        assertThat(names(project.scores(version))).containsExactly("scratch-0.png", "scratch-1.png");
        assertThat(project.versions()
                        .getFirst()
                        .path("metrics")
                        .path("image_auroc")
                        .isNumber())
                .isTrue();
    }

    @Test
    void itSaysTheSameAsTheTrainingDid() {
        project.withGoodParts(8).withDefects(3);
        train();
        JsonNode version = project.versions().getFirst();
        JsonNode scores = project.scores(version);
        assertThat(project.awaitJob(test(version)).path("state").asString()).isEqualTo("succeeded");
        assertThat(project.scores(version)).isEqualTo(scores);
        assertThat(project.versions().getFirst().path("metrics")).isEqualTo(version.path("metrics"));
    }

    @Test
    void withoutDefectsThereIsNothingToAsk() {
        project.withGoodParts(8);
        train();
        Answer refusal = test(project.versions().getFirst());
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.text("detail")).contains("Add pictures of bad parts as defects first");
        teachThat("normal", anyOf("good"));
        assertThat(tests()).isEmpty();
    }
}
