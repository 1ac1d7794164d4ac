package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class TrainingTest {
    private final TestProject project = TestProject.create();

    private static List<Double> doubles(JsonNode list) {
        return list.valueStream().map(JsonNode::asDouble).toList();
    }

    @Test
    void aTrainingMakesAVersionThatJudges() {
        project.withGoodParts(8).withDefects(3);
        JsonNode job = project.awaitJob(project.train());
        assertThat(job.path("type").asString()).isEqualTo("train");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.path("message").asString()).isEqualTo("learned from 8 good pictures");

        JsonNode version = project.versions().getFirst();
        assertThat(version.path("label").asString()).isEqualTo("1.0");
        assertThat(version.path("change").asString()).isEqualTo("training");
        assertThat(version.path("active").asBoolean()).isTrue();
        assertThat(version.path("job_id").asString())
                .isEqualTo(job.path("job_id").asString());
        assertThat(version.path("good_images").asInt()).isEqualTo(8);
        assertThat(version.path("encoder").asString()).isEqualTo("filter-bank");
        assertThat(version.path("size").asInt()).isEqualTo(64);
        assertThat(version.path("settings").path("max_false_reject").asDouble()).isEqualTo(0.01);
        assertThat(version.path("promise").path("fail").path("pictures").asInt())
                .isEqualTo(8);
        assertThat(version.path("promise").path("fail").path("extrapolated").asBoolean())
                .isTrue();
        assertThat(version.path("created_by").asString()).endsWith("@example.org");
        assertThat(version.path("threshold").path("by").asString()).isEqualTo("training");
        assertThat(version.path("remark").asString()).isNotEmpty();
        assertThat(version.path("blind_spots").isNull()).isTrue();

        JsonNode now = project.now();
        assertThat(now.path("active_version").path("version_id").asString())
                .isEqualTo(version.path("version_id").asString());
        assertThat(now.path("training_job_id").isNull()).isTrue();
    }

    @Test
    void itsPhasesStandInTheJobsLog() {
        project.withGoodParts(4).withDefects(1);
        JsonNode job = project.awaitJob(project.train());
        List<String> lines = project.api()
                .get("/api/jobs/%s/log".formatted(job.path("job_id").asString()))
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("text").asString())
                .toList();
        assertThat(lines)
                .anyMatch(line -> line.matches("reading good pictures: 4 in \\d+\\.\\d s"))
                .anyMatch(line -> line.startsWith("scoring held-out pictures: 4 in"))
                .anyMatch(line -> line.startsWith("inspecting defects: 1 in"));
    }

    @Test
    void theScoresAreThoseOfATrainingWithoutAServer() {
        project.withGoodParts(6).withDefects(3);
        project.awaitJob(project.train());
        JsonNode scores = project.scores(project.versions().getFirst());
        try (Detector detector = trainedHere()) {
            assertThat(doubles(scores.path("held_out")))
                    .containsExactlyElementsOf(
                            DoubleStream.of(detector.heldOutScores().imageLevelScores())
                                    .boxed()
                                    .toList());
            assertThat(scores.path("threshold").path("fail").asDouble())
                    .isEqualTo(detector.threshold().failScore());
            List<Double> here = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                here.add(detector.inspect(TestPictures.scratched(1_000 + i)).score());
            }
            assertThat(scores.path("defects")
                            .valueStream()
                            .map(defect -> defect.path("score").asDouble()))
                    .containsExactlyElementsOf(here);
        }
        assertThat(scores.path("defects")
                        .valueStream()
                        .map(defect -> defect.path("name").asString()))
                .containsExactly("scratch-0.png", "scratch-1.png", "scratch-2.png");
    }

    private static Detector trainedHere() {
        TrainingSettings settings = new TrainingSettings(
                AnomalyMethods.DEFAULT_ID,
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(64)),
                MethodSettings.defaults(),
                TrainingSettings.USUAL_MAX_FALSE_REJECT);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int i = 0; i < 6; i++) {
                training.add("%03d.png".formatted(i), TestPictures.part(i));
            }
            return training.finish(Progress.SILENT);
        }
    }

    @Test
    void labelledDefectsSayHowWellTheyAreTold() {
        project.withGoodParts(8).withDefects(3);
        project.add(new Form()
                .text("label", "defect")
                .file("files", "seems good.png", ImageEncoding.png(TestPictures.part(99))));
        project.awaitJob(project.train());
        JsonNode metrics = project.versions().getFirst().path("metrics");
        assertThat(metrics.path("defects").asInt()).isEqualTo(4);
        assertThat(metrics.path("detected").asInt()).isEqualTo(3);
        assertThat(metrics.path("image_auroc").asDouble()).isBetween(0.7, 1.0);
        assertThat(metrics.path("pixel_auroc").asDouble()).isBetween(0.8, 1.0);
        assertThat(metrics.path("defect_types")
                        .valueStream()
                        .map(type -> type.path("name").asString()))
                .containsExactly("", "scratch");
    }

    @Test
    void picturesAreLearnedInTheOrderOfTheirNamesWhichAreMadeToDiffer() {
        for (String name : List.of("b.png", "a.png", "b.png", "B.png")) {
            int number = project.images().size();
            project.add(new Form().file("files", name, ImageEncoding.png(TestPictures.part(number))));
        }
        project.awaitJob(project.train());
        String version = project.versions().getFirst().path("version_id").asString();
        JsonNode snapshot = project.api()
                .get(project.path() + "/versions/" + version)
                .body()
                .path("snapshot");
        assertThat(snapshot.valueStream().map(picture -> picture.path("name").asString()))
                .containsExactly("B.png", "a.png", "b.png", "b.png (2)");
        assertThat(snapshot.path(2).path("image_id").asString())
                .isEqualTo(project.images().getFirst().path("image_id").asString());
    }

    @Test
    void whatIsInTheTrashIsNotLearnedFrom() {
        project.withGoodParts(4);
        String trashed = project.images().getFirst().path("image_id").asString();
        project.api().post("/api/images/trash", Map.of("image_ids", List.of(trashed)));
        project.awaitJob(project.train());
        assertThat(project.versions().getFirst().path("good_images").asInt()).isEqualTo(3);
    }

    @Test
    void itTakesTwoGoodPictures() {
        project.withGoodParts(1).withDefects(2);
        Answer refused = project.train();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("at least 2 good pictures, and the project has 1", "Add pictures");
    }

    @Test
    void picturesWhoseFilesAreGoneAreLeftOutAndFewerThanTwoFailWithASentence() {
        project.withGoodParts(3);
        List<JsonNode> images = project.images();
        lose(images.getFirst());
        assertThat(project.awaitJob(project.train()).path("state").asString()).isEqualTo("succeeded");
        assertThat(project.versions().getFirst().path("good_images").asInt()).isEqualTo(2);

        lose(images.getLast());
        JsonNode failed = project.awaitJob(project.train());
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("error").asString()).contains("at least 2 good pictures, and the project has 1");
        assertThat(project.versions()).hasSize(1);
    }

    /** Removes a file that a picture needs, as no user can. */
    private void lose(JsonNode image) {
        String sha256 = project.api()
                .get("/api/images/" + image.path("image_id").asString())
                .text("sha256");
        TestServer.bean(ObjectStore.class).remove(project.tenant(), new ObjectKey(sha256));
    }

    @ParameterizedTest
    @CsvSource({
        "method, guess, There is no method 'guess'",
        "encoder, eye, There is no encoder 'eye'",
        "size, 7, size is 7",
        "coreset, 1.5, coreset ratio",
        "max_false_reject, 0.7, false-reject rate",
        "blind_spot_trials, -1, blind_spot_trials is -1",
    })
    void whatIsNotToBeHadIsRefusedBeforeAnythingBegins(String choice, String value, String sentence) {
        project.withGoodParts(2);
        Object chosen = value.matches("-?[0-9.]+") ? Double.valueOf(value) : value;
        Answer refused = project.api()
                .post(
                        project.path() + "/train",
                        Map.of(
                                choice,
                                chosen instanceof Double number && number % 1 == 0 ? number.intValue() : chosen));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains(sentence);
        assertThat(project.api().get("/api/jobs").body().path("items")).isEmpty();
    }

    @Test
    void blindSpotsAreLookedForWhenAsked() {
        project.withGoodParts(4);
        project.awaitJob(project.train(Map.of("blind_spot_trials", 2)));
        JsonNode spots = project.versions().getFirst().path("blind_spots");
        assertThat(spots.path("trials").asInt()).isEqualTo(20);
        assertThat(spots.path("cells")).hasSize(64);
        assertThat(spots.path("kinds").has("scratch")).isTrue();
    }

    @Test
    void onlyOneTrainingIsAtAProjectAndItCanBeCancelled() {
        project.withGoodParts(6);
        Answer long_ = project.train(Map.of("blind_spot_trials", 10_000));
        Answer second = project.train();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).contains(long_.text("job_id"));
        assertThat(project.now().path("training_job_id").asString()).isEqualTo(long_.text("job_id"));
        assertThat(project.api().delete(project.path() + "?name=bracket").status())
                .as("a project that is trained is not deleted")
                .isEqualTo(409);

        project.awaitMessage(long_, "looking for blind spots");
        project.api().post("/api/jobs/%s/cancel".formatted(long_.text("job_id")), "");
        assertThat(project.awaitJob(long_).path("state").asString()).isEqualTo("cancelled");
        assertThat(project.versions()).isEmpty();
        assertThat(project.now().path("training_job_id").isNull()).isTrue();
        assertThat(project.awaitJob(project.train()).path("state").asString()).isEqualTo("succeeded");
    }

    @Test
    void whatCanBeChosenIsToldWithTheDefaults() {
        JsonNode options = project.api().get("/api/inspection/options").body();
        assertThat(options.path("methods")
                        .valueStream()
                        .map(method -> method.path("id").asString()))
                .contains("patch-lof", "patchcore", "padim", "dino-knn");
        assertThat(options.path("encoders")
                        .valueStream()
                        .map(encoder -> encoder.path("id").asString()))
                .contains("filter-bank");
        Map<String, Object> defaults = new LinkedHashMap<>();
        options.path("defaults").propertyStream().forEach(entry -> defaults.put(entry.getKey(), entry.getValue()));
        assertThat(defaults.get("method")).hasToString("\"patch-lof\"");
        assertThat(defaults.get("size")).hasToString("256");
        assertThat(defaults.get("seed")).hasToString("1");
        assertThat(defaults.get("max_false_reject")).hasToString("0.01");
        assertThat(defaults.get("blind_spot_trials")).hasToString("60");
    }
}
