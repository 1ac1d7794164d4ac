package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.vision.Detector;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A project that was trained twice, the second time with one picture more and one less. */
@TestInstance(Lifecycle.PER_CLASS)
final class VersionsTest {
    private final Api api = Api.ofNewTenant();
    private final TestProject project = TestProject.create(api);

    @TempDir
    Path folder;

    @BeforeAll
    void trainTwice() {
        project.withGoodParts(4);
        project.awaitJob(project.train());
        api.delete(project.path() + "/images/"
                + project.images().getFirst().path("image_id").asString());
        project.add(new Form().file("files", "new.png", ImageEncoding.png(TestPictures.part(50))));
        project.awaitJob(project.train(Map.of("seed", 2)));
    }

    private String id(String label) {
        return project.versions().stream()
                .filter(version -> version.path("label").asString().equals(label))
                .map(version -> version.path("version_id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String path(String label) {
        return project.path() + "/versions/" + id(label);
    }

    private String activeLabel() {
        return project.now().path("active_version").path("label").asString();
    }

    private Answer upload(TestProject to, String name, byte[] model) {
        return api.post(to.path() + "/versions", new Form().file("file", name, model));
    }

    private TestProject anotherProject(String name) {
        return new TestProject(
                api, api.post("/api/projects", Map.of("name", name)).text("project_id"));
    }

    @Test
    void theNewestComesFirst() {
        assertThat(project.versions())
                .extracting(version -> version.path("label").asString())
                .containsSubsequence("2.0", "1.0");
    }

    @Test
    void oneIsActivatedAndTheOneBeforeComesBack() {
        assertThat(activeLabel()).isEqualTo("2.0");
        Answer activated = api.post(path("1.0") + "/activate", "");
        assertThat(activated.body().path("active_version").path("label").asString())
                .isEqualTo("1.0");
        assertThat(api.post(project.path() + "/rollback", "")
                        .body()
                        .path("active_version")
                        .path("label")
                        .asString())
                .isEqualTo("2.0");
        assertThat(activeLabel()).isEqualTo("2.0");
    }

    @Test
    void whereNoneWasActiveBeforeThereIsNothingToGoBackTo() {
        TestProject fresh = anotherProject("fresh");
        Answer answer = api.post(fresh.path() + "/rollback", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).contains("nothing to go back to");
    }

    @Test
    void twoAreCompared() {
        JsonNode compared = api.get("%s/versions/compare?a=%s&b=%s".formatted(project.path(), id("1.0"), id("2.0")))
                .body();
        assertThat(compared.path("a").path("label").asString()).isEqualTo("1.0");
        assertThat(compared.path("images_added").asInt()).isEqualTo(1);
        assertThat(compared.path("images_removed").asInt()).isEqualTo(1);
        assertThat(compared.path("differences")
                        .valueStream()
                        .map(difference -> difference.path("field").asString()))
                .contains("seed", "threshold.fail")
                .doesNotContain("method", "encoder", "good_images");
        JsonNode seed = compared.path("differences")
                .valueStream()
                .filter(difference -> difference.path("field").asString().equals("seed"))
                .findFirst()
                .orElseThrow();
        assertThat(seed.path("a").asString()).isEqualTo("1");
        assertThat(seed.path("b").asString()).isEqualTo("2");
        assertThat(api.get(project.path() + "/versions/compare").status()).isEqualTo(400);
    }

    @Test
    void aModelIsDownloadedAsAFileThatProgramsRead() throws IOException {
        HttpResponse<byte[]> file = api.download(path("1.0") + "/model");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition ->
                        assertThat(disposition).startsWith("attachment").contains("bracket-1.0.loupe"));
        Path model = Files.write(folder.resolve("model.loupe"), file.body());
        try (Detector detector = Detector.load(model)) {
            assertThat(detector.goodPictures())
                    .extracting(good -> good.name())
                    .containsExactly("000.png", "001.png", "002.png", "003.png");
            assertThat(detector.inspect(TestPictures.scratched(9)).score())
                    .isGreaterThan(detector.threshold().failScore());
        }
    }

    @Test
    void aModelIsBroughtToAnotherProjectAndJudgesOnceItIsActivated() {
        TestProject other = anotherProject("other");
        byte[] model = api.download(path("1.0") + "/model").body();
        Answer uploaded = upload(other, "bracket-1.0.loupe", model);
        assertThat(uploaded.status()).as(uploaded.raw().body()).isEqualTo(201);
        assertThat(uploaded.text("change")).isEqualTo("upload");
        assertThat(uploaded.body().path("active").asBoolean()).isFalse();
        assertThat(other.now().path("active_version").isNull()).isTrue();
        assertThat(other.scores(uploaded.body()).path("held_out"))
                .isEqualTo(api.get(path("1.0") + "/scores").body().path("held_out"));
        api.post(other.path() + "/versions/" + uploaded.text("version_id") + "/activate", "");
        assertThat(other.now().path("active_version").path("label").asString()).isEqualTo("1.0");
    }

    @Test
    void aFileThatIsNoModelOrWasChangedIsRefused() {
        Answer noModel = upload(project, "notes.loupe", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(noModel.status()).isEqualTo(422);
        assertThat(noModel.text("detail")).contains("'notes.loupe'").doesNotContain("/tmp");
        byte[] changed = api.download(path("1.0") + "/model").body();
        changed[changed.length / 2] ^= 1;
        Answer damaged = upload(project, "changed.loupe", changed);
        assertThat(damaged.status()).isEqualTo(422);
        assertThat(damaged.text("detail")).contains("'changed.loupe'", "damaged");
    }

    @Test
    void aModelThatIsTooLargeIsRefused() {
        Answer answer = upload(project, "large.loupe", new byte[(6 << 20) + 1]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("detail")).contains("inspection.model-bytes");
    }
}
