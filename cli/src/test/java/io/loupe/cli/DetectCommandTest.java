package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.output.PngFile;
import io.loupe.images.ImageFiles;
import io.loupe.testkit.TestData;
import io.loupe.vision.detect.BrightSpots;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the detector of bright spots, which needs no network. */
final class DetectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsWhatIsWhereInEachPicture() {
        Path photos = folder.resolve("photos");
        picture(photos.resolve("a.png"), 250);
        picture(photos.resolve("b.png"), 10);

        Run run = Run.loupe("detect", "--images", photos, "--model", BrightSpots.ID);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        " score  object                x      y  width height",
                        photos.resolve("a.png").toString(),
                        "  0.98  spot                 40     20     20     10",
                        photos.resolve("b.png") + ": nothing found");
    }

    @Test
    void writesTheSameAsJson() throws IOException {
        Path photos = folder.resolve("photos");
        picture(photos.resolve("a.png"), 250);
        Files.writeString(photos.resolve("damaged.png"), "no picture");
        Path json = folder.resolve("found.json");

        Run run = Run.loupe("detect", "--images", photos, "--model", BrightSpots.ID, "--json", json);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("ERROR").contains("damaged.png");
        JsonNode document = JsonMapper.shared().readTree(json.toFile());
        assertThat(document.get("detector").stringValue()).isEqualTo(BrightSpots.ID);
        assertThat(document.get("min_score").doubleValue()).isEqualTo(0.3);
        JsonNode found = document.get("items").get(0);
        assertThat(found.get("file").stringValue()).endsWith("a.png");
        assertThat(found.get("width").intValue()).isEqualTo(120);
        assertThat(found.get("height").intValue()).isEqualTo(80);
        assertThat(found.get("error").isNull()).isTrue();
        JsonNode spot = found.get("objects").get(0);
        assertThat(spot.get("label").stringValue()).isEqualTo("spot");
        assertThat(spot.get("score").doubleValue()).isEqualTo(0.9804);
        assertThat(spot.get("box").valueStream().map(JsonNode::doubleValue)).containsExactly(40.0, 20.0, 20.0, 10.0);
        JsonNode damaged = document.get("items").get(1);
        assertThat(damaged.get("error").stringValue()).contains("damaged.png");
        assertThat(damaged.get("objects")).isEmpty();
    }

    @Test
    void printsNothingButJsonWhereThatGoesToTheStandardOutput() {
        Path photo = picture(folder.resolve("a.png"), 250);

        Run run = Run.loupe("detect", "--images", photo, "--model", BrightSpots.ID, "--json", "-");

        assertThat(JsonMapper.shared().readTree(run.out()).get("items")).hasSize(1);
    }

    @Test
    void drawsTheObjectsIntoPicturesOfTheSameSize() {
        Path photos = folder.resolve("photos");
        picture(photos.resolve("a.png"), 250);
        Path out = folder.resolve("out");

        Run run = Run.loupe("detect", "--images", photos, "--model", BrightSpots.ID, "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Pictures: " + out);
        RgbImage drawn = ImageFiles.read(out.resolve("a_objects.png"));
        assertThat(drawn.height()).isEqualTo(80);
        assertThat(drawn).isNotEqualTo(ImageFiles.read(photos.resolve("a.png")));
    }

    @Test
    void drawsPicturesOfOneNameSideBySide() throws IOException {
        Path photos = folder.resolve("photos");
        Path first = picture(photos.resolve("a.png"), 250);
        Files.copy(first, photos.resolve("a.jpg"));
        Path out = folder.resolve("out");

        Run.loupe("detect", "--images", photos, "--model", BrightSpots.ID, "--out", out);

        assertThat(out.resolve("a_objects.png")).isRegularFile();
        assertThat(out.resolve("a_objects2.png")).isRegularFile();
    }

    @Test
    void leavesOutWhatIsBelowTheLeastScore() {
        Path photo = picture(folder.resolve("a.png"), 250);

        Run run = Run.loupe("detect", "--images", photo, "--model", BrightSpots.ID, "--min-score", "0.99");

        assertThat(run.out()).contains("nothing found");
    }

    @ParameterizedTest
    @CsvSource({"--min-score, 1.5, lies in 0..1", "--limit, 0, At least one object", "--limit, many, many"})
    void refusesNumbersThatMakeNoSense(String option, String value, String message) {
        Path photo = picture(folder.resolve("a.png"), 250);

        Run run = Run.loupe("detect", "--images", photo, "--model", BrightSpots.ID, option, value);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains(message);
    }

    @Test
    void namesTheDetectorsThereAreWhenAskedForAnother() {
        Path photo = picture(folder.resolve("a.png"), 250);

        Run run = Run.loupe("detect", "--images", photo, "--model", "owls");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("'owls'").contains(BrightSpots.ID).contains("--models-dir");
    }

    @Test
    void saysThatThereIsNothingToLookAt() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        Run nowhere = Run.loupe("detect", "--images", folder.resolve("nowhere"), "--model", BrightSpots.ID);
        Run nothing = Run.loupe("detect", "--images", empty, "--model", BrightSpots.ID);

        assertThat(nowhere.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(nowhere.err()).contains("There is nothing at").contains("--images");
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(nothing.err()).contains("There is no picture in the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco-mobilenet-v3", "yolox-nano-coco"})
    void findsTheCarInAPhotograph(String model) {
        Path networks = TestData.require("models");
        Path photo = TestData.require("data/natural/car_side/image_0003.jpg");

        Run run = Run.loupe("detect", "--images", photo, "--model", model, "--models-dir", networks, "--json", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode best = JsonMapper.shared()
                .readTree(run.out())
                .get("items")
                .get(0)
                .get("objects")
                .get(0);
        assertThat(best.get("label").stringValue()).isEqualTo("car");
        assertThat(best.get("score").doubleValue()).isGreaterThan(0.7);
    }

    /** A dark picture of 120 x 80 with a block of 20 x 10 at (40, 20), of this brightness. */
    private static Path picture(Path file, int brightness) {
        byte[] pixels = new byte[3 * 80 * 120];
        for (int row = 20; row < 30; row++) {
            Arrays.fill(pixels, 3 * (row * 120 + 40), 3 * (row * 120 + 60), (byte) brightness);
        }
        PngFile.write(file, RgbImage.wrap(80, 120, pixels));
        return file;
    }
}
