package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxObjectDetectorTest {
    private static final DetectionLimits SURE = new DetectionLimits(0.5, 10);

    @TempDir
    Path temp;

    @Test
    void aSquashedPictureIsStretchedBack() throws IOException {
        RgbImage picture = redBlockOnBlack(64, 128, new BoundingBox(48, 16, 64, 24));

        try (OnnxObjectDetector detector = open(TinyDetector.centerNetIn(temp))) {
            List<Detection> found = detector.detect(picture, SURE);

            assertThat(found).extracting(Detection::label).containsExactly("red");
            assertThat(found).extracting(Detection::box).containsExactly(new BoundingBox(32, 8, 64, 24));
        }
    }

    @Test
    void aLetterboxedPictureIsScaledBack() throws IOException {
        RgbImage picture = redBlockOnBlack(16, 64, new BoundingBox(16, 0, 32, 16));

        try (OnnxObjectDetector detector = open(TinyDetector.yoloxIn(temp))) {
            List<Detection> found = detector.detect(picture, SURE);

            assertThat(found).extracting(Detection::label).containsExactly("red");
            assertThat(found).extracting(Detection::box).containsExactly(new BoundingBox(16, 0, 32, 16));
        }
    }

    @Test
    void aBoxIsCutOffAtTheEdgeOfThePicture() throws IOException {
        RgbImage picture = redBlockOnBlack(32, 32, new BoundingBox(0, 0, 4, 32));

        try (OnnxObjectDetector detector = open(TinyDetector.centerNetIn(temp))) {
            assertThat(detector.detect(picture, SURE))
                    .extracting(Detection::box)
                    .contains(new BoundingBox(0, 0, 4, 4), new BoundingBox(0, 24, 4, 32));
        }
    }

    @Test
    void refusesANetworkThatGivesNoScores() throws IOException {
        String unnormalized = TinyDetector.CENTER_NET.replace("\"0..1\"", "\"0..255\"");
        Path folder = TinyDetector.in(temp, unnormalized, TinyDetector.centerNetOnnx());

        try (OnnxObjectDetector detector = open(folder)) {
            assertThatExceptionOfType(UnableToOpenEncoderException.class)
                    .isThrownBy(() -> detector.detect(RgbImage.filled(32, 32, 9, 9, 9), SURE))
                    .withMessageContainingAll("'tiny' gives 9.0 as a score", "0..1", "sigmoid");
        }
    }

    @Test
    void refusesANetworkThatFindsNothing() throws IOException {
        assertThatOpening(TinyNetwork.in(temp))
                .withMessageContainingAll("'tiny' finds no objects", "image-embedding", "another detector");
    }

    @Test
    void tellsWhenTheLabelsAreMissing() throws IOException {
        Path folder = TinyDetector.centerNetIn(temp);
        Files.delete(folder.resolve("labels.txt"));

        assertThatOpening(folder).withMessageContainingAll("labels.txt", "cannot be read");
    }

    @Test
    void tellsOfMoreLabelsThanTheNetworkHas() throws IOException {
        String three = TinyDetector.CENTER_NET.replace("\"labels\": 2", "\"labels\": 3");
        Path folder = TinyDetector.in(temp, three, TinyDetector.centerNetOnnx());
        Files.writeString(folder.resolve("labels.txt"), "red\ngreen\nblue");

        assertThatOpening(folder)
                .withMessageContainingAll("gives 2 channels as 'heatmap'", "says 3", "'outputs.detections'");
    }

    @Test
    void tellsOfAnotherStrideThanDescribed() throws IOException {
        String coarse = TinyDetector.CENTER_NET.replace("\"stride\": 4", "\"stride\": 8");

        assertThatOpening(TinyDetector.in(temp, coarse, TinyDetector.centerNetOnnx()))
                .withMessageContainingAll("gives 64 places as 'heatmap'", "says 16", "'outputs.detections'");
    }

    @Test
    void tellsOfATableWhereAGridWasDescribed() throws IOException {
        String grid = TinyDetector.CENTER_NET.replace("\"heatmap\",", "\"table\",");

        assertThatOpening(TinyDetector.in(temp, grid, TinyDetector.yoloxOnnx()))
                .withMessageContaining("has no output 'sides'");
        assertThatOpening(TinyDetector.in(temp, grid.replace("\"sides\",", "\"table\","), TinyDetector.yoloxOnnx()))
                .withMessageContainingAll("[batch, channels, rows, columns] as 'table'", "[1, 16, 7]");
    }

    private static OnnxObjectDetector open(Path folder) {
        return OnnxObjectDetector.open(ModelFolder.open(folder), EncoderSettings.defaults());
    }

    private static ThrowableAssertAlternative<UnableToOpenEncoderException> assertThatOpening(Path folder) {
        return assertThatExceptionOfType(UnableToOpenEncoderException.class).isThrownBy(() -> open(folder));
    }

    private static RgbImage redBlockOnBlack(int height, int width, BoundingBox block) {
        byte[] pixels = new byte[3 * height * width];
        for (int row = (int) block.top(); row < block.bottom(); row++) {
            for (int column = (int) block.left(); column < block.right(); column++) {
                pixels[3 * (row * width + column)] = (byte) 255;
            }
        }
        return RgbImage.wrap(height, width, pixels);
    }
}
