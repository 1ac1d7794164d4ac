package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.index.TenantId;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.server.TestZip;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ProjectImagesTest {
    private static final byte[] NO_PICTURE = "hello".getBytes(StandardCharsets.UTF_8);

    private final TestProject project = TestProject.create();

    private Form form(String name, long number) {
        return new Form().file("files", name, TestPictures.png(number));
    }

    private String add(String name, long number) {
        return project.add(form(name, number)).getFirst().path("image_id").asString();
    }

    private String addDefect(String name) {
        Form form = new Form()
                .text("label", "defect")
                .text("defect_type", "scratch")
                .file("files", name, ImageEncoding.png(TestPictures.scratched(7)));
        return project.add(form).getFirst().path("image_id").asString();
    }

    private String pathOf(String image) {
        return project.path() + "/images/" + image;
    }

    @Test
    void whatIsBroughtToAProjectIsInTheLibraryToo() {
        List<JsonNode> items = project.add(form("a.png", 1).file("files", "b.png", TestPictures.png(2)));
        assertThat(items).extracting(item -> item.path("status").asString()).containsExactly("stored", "stored");
        assertThat(items).extracting(item -> item.path("label").asString()).containsOnly("good");
        assertThat(project.names()).containsExactly("a.png", "b.png");
        assertThat(project.now().path("good_images").asInt()).isEqualTo(2);
        assertThat(project.now().path("preview_urls")).hasSize(2);
        JsonNode shown = project.images().getFirst();
        assertThat(project.api()
                        .get("/api/images/" + items.getFirst().path("image_id").asString())
                        .text("preview_url"))
                .isEqualTo(shown.path("preview_url").asString())
                .isEqualTo(project.now().path("preview_urls").path(0).asString());
        assertThat(shown.path("width").asInt()).isEqualTo(48);
        assertThat(project.api().get(shown.path("original_url").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void aPictureThatTheLibraryHasIsAddedUnderTheNameItComesWith() {
        project.api().post("/api/images", form("of the library.png", 3));
        JsonNode item = project.add(form("of the project.png", 3)).getFirst();
        assertThat(item.path("status").asString()).isEqualTo("duplicate");
        assertThat(item.path("duplicate").asBoolean()).isTrue();
        assertThat(project.names()).containsExactly("of the project.png");
    }

    @Test
    void aFileThatIsNoPictureDoesNotStopTheOthers() {
        List<JsonNode> items = project.add(
                new Form().file("files", "bad.png", NO_PICTURE).file("files", "good.png", TestPictures.png(4)));
        assertThat(items).extracting(item -> item.path("status").asString()).containsExactly("refused", "stored");
        assertThat(items.getFirst().path("error").path("detail").asString()).contains("bad.png");
        assertThat(project.names()).containsExactly("good.png");
    }

    @Test
    void masksBelongToTheFilesThatAreCalledAsTheyAre() {
        Form form = new Form().text("label", "defect").text("defect_type", "scratch");
        for (int i = 0; i < 4; i++) {
            form.file("files", "part-%d.png".formatted(i), ImageEncoding.png(TestPictures.scratched(i)));
        }
        form.file("masks", "part-0.png", TestPictures.scratchMask(48))
                .file("masks", "part-1_mask.png", TestPictures.scratchMask(96))
                .file("masks", "part-2_mask.png", NO_PICTURE)
                .file("masks", "nobody_mask.png", TestPictures.scratchMask(48));
        List<JsonNode> items = project.add(form);
        assertThat(items)
                .extracting(item -> item.path("status").asString())
                .containsExactly("stored", "stored", "stored", "stored", "refused");
        assertThat(items.get(2).path("error").path("detail").asString()).contains("part-2_mask.png");
        assertThat(items.get(4).path("filename").asString()).isEqualTo("nobody_mask.png");
        assertThat(items.get(4).path("error").path("detail").asString()).contains("belongs to no file");
        assertThat(project.images())
                .extracting(image -> image.path("has_mask").asBoolean())
                .containsExactly(true, true, false, false);
        assertThat(project.images())
                .extracting(image -> image.path("defect_type").asString())
                .containsOnly("scratch");
    }

    @Test
    void masksOfGoodPartsAndUnknownLabelsAreRefused() {
        Form masked = form("a.png", 1).file("masks", "a.png", TestPictures.scratchMask(48));
        assertThat(project.api().post(project.path() + "/images", masked).status())
                .isEqualTo(422);
        Answer unknown =
                project.api().post(project.path() + "/images", form("a.png", 1).text("label", "perfect"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("detail")).contains("'perfect'", "good and defect");
        assertThat(project.images()).isEmpty();
    }

    @Test
    void aMaskIsKeptAtThePicturesSizeAndGoesWithItsLabel() throws IOException {
        String image = addDefect("a.png");
        Answer put = project.api()
                .send(
                        "PUT",
                        pathOf(image) + "/mask",
                        new Form().file("file", "mask.png", TestPictures.scratchMask(96)));
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
        assertThat(put.body().path("has_mask").asBoolean()).isTrue();
        assertThat(project.api().download(put.text("mask_url")).headers().firstValue("Content-Type"))
                .contains("image/png");
        Path kept = keptMask();
        assertThat(ImageFiles.readMask(kept).area()).isEqualTo(40 * 6);

        Answer good = project.api().patch(pathOf(image), Map.of("label", "good"));
        assertThat(good.body().path("has_mask").asBoolean()).isFalse();
        assertThat(good.text("defect_type")).isEmpty();
        assertThat(kept).as("the mask that nobody uses").doesNotExist();
    }

    private Path keptMask() {
        TenantId tenant = project.tenant();
        String key = TestServer.bean(TenantTransactions.class)
                .in(
                        tenant,
                        jdbc -> jdbc.sql("SELECT mask_sha256 FROM project_image WHERE project_id = ?")
                                .param(UUID.fromString(project.id()))
                                .query(String.class)
                                .single());
        return TestServer.bean(ObjectStore.class)
                .find(tenant, new ObjectKey(key))
                .orElseThrow();
    }

    @Test
    void aMaskThatMarksNothingIsRefused() {
        String image = addDefect("a.png");
        byte[] black = ImageEncoding.png(RgbImage.wrap(48, 48, new byte[3 * 48 * 48]));
        Answer answer = project.api().send("PUT", pathOf(image) + "/mask", new Form().file("file", "black.png", black));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("black.png");
        String good = add("b.png", 2);
        assertThat(project.api()
                        .send(
                                "PUT",
                                pathOf(good) + "/mask",
                                new Form().file("file", "m.png", TestPictures.scratchMask(48)))
                        .text("detail"))
                .contains("'b.png' is labelled good");
    }

    @Test
    void aMaskCanBeForgotten() {
        project.withDefects(1);
        String image = project.images().getFirst().path("image_id").asString();
        assertThat(project.api().delete(pathOf(image) + "/mask").status()).isEqualTo(204);
        assertThat(project.images().getFirst().path("has_mask").asBoolean()).isFalse();
    }

    @Test
    void picturesAreLabelledAnew() {
        String image = add("a.png", 1);
        Answer changed = project.api().patch(pathOf(image), Map.of("label", "defect", "defect_type", "dent"));
        assertThat(changed.text("label")).isEqualTo("defect");
        assertThat(changed.text("defect_type")).isEqualTo("dent");
        assertThat(project.now().path("good_images").asInt()).isZero();
        assertThat(project.now().path("defect_images").asInt()).isEqualTo(1);
        assertThat(project.api()
                        .get(project.path() + "/images?label=good")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(project.api()
                        .get(project.path() + "/images?label=defect")
                        .body()
                        .path("items"))
                .hasSize(1);
        add("a.png", 1);
        assertThat(project.now().path("good_images").asInt())
                .as("brought again as good")
                .isEqualTo(1);
    }

    @Test
    void whatLeavesAProjectStaysInTheLibrary() {
        String image = add("a.png", 1);
        assertThat(project.api().delete(pathOf(image)).status()).isEqualTo(204);
        assertThat(project.images()).isEmpty();
        assertThat(project.api().get("/api/images/" + image).status()).isEqualTo(200);
        assertThat(project.api().delete(pathOf(image)).status()).isEqualTo(404);
    }

    @Test
    void whatIsInTheTrashIsNotThere() {
        String image = add("a.png", 1);
        project.api().post("/api/images/trash", Map.of("image_ids", List.of(image)));
        assertThat(project.images()).isEmpty();
        assertThat(project.now().path("good_images").asInt()).isZero();
        assertThat(project.api().patch(pathOf(image), Map.of("label", "good")).status())
                .isEqualTo(404);
        project.api().post("/api/images/restore", Map.of("image_ids", List.of(image)));
        assertThat(project.names()).containsExactly("a.png");
    }

    @Test
    void picturesOfTheLibraryAreAddedByTheirIdsOrByAFilter() {
        Form form = new Form().text("tags", "steel");
        form.file("files", "b.png", TestPictures.png(1)).file("files", "a.png", TestPictures.png(2));
        JsonNode items = project.api().post("/api/images", form).body().path("items");
        String first = items.path(0).path("image_id").asString();
        String from = project.path() + "/images/from-library";
        Answer one = project.api().post(from, Map.of("image_ids", List.of(first)));
        assertThat(one.body().path("changed").asInt()).as(one.raw().body()).isEqualTo(1);
        Map<String, Object> steel = Map.of("must", List.of(Map.of("field", "tags", "eq", "steel")));
        assertThat(project.api()
                        .post(from, Map.of("filter", steel))
                        .body()
                        .path("changed")
                        .asInt())
                .as("the other one")
                .isEqualTo(1);
        assertThat(project.names()).containsExactly("b.png", "a.png");
        assertThat(project.api().post(from, Map.of()).status()).isEqualTo(422);
        assertThat(project.api()
                        .post(from, Map.of("filter", steel, "image_ids", List.of(first)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aZipIsImportedAsAJob() {
        byte[] zip = TestZip.of(
                Map.of("x/a.png", TestPictures.png(1), "x/b.png", TestPictures.png(2), "readme.txt", NO_PICTURE));
        Form form = new Form()
                .file("file", "parts.zip", zip)
                .text("label", "defect")
                .text("defect_type", "dent");
        JsonNode job = project.awaitJob(project.api().post(project.path() + "/images/zip", form));
        assertThat(job.path("type").asString()).isEqualTo("project-import");
        assertThat(job.path("state").asString()).isEqualTo("succeeded");
        assertThat(job.path("items_failed").asInt()).isEqualTo(1);
        assertThat(project.names()).containsExactly("a.png", "b.png");
        assertThat(project.images())
                .extracting(image -> image.path("defect_type").asString())
                .containsOnly("dent");
    }

    @Test
    void aFolderIsImportedAsAJobIfItIsAllowed() throws IOException {
        Path folder = Files.createTempDirectory(TestServer.pictures(), "project");
        Files.write(folder.resolve("a.png"), TestPictures.png(1));
        String path = project.path() + "/images/folder";
        project.awaitJob(project.api().post(path, Map.of("folder", folder.toString())));
        assertThat(project.names()).containsExactly("a.png");
        assertThat(project.now().path("good_images").asInt()).isEqualTo(1);
        assertThat(project.api().post(path, Map.of("folder", "/etc")).text("detail"))
                .contains("import.folders");
    }

    @Test
    void anImportOfAProjectThatIsGoneFailsWithASentence() throws IOException {
        Path folder = Files.createTempDirectory(TestServer.pictures(), "project");
        project.api().delete(project.path() + "?name=bracket");
        Answer answer = project.api().post(project.path() + "/images/folder", Map.of("folder", folder.toString()));
        assertThat(answer.status()).isEqualTo(404);
    }
}
