package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxImageEncoderTest {
    @TempDir
    Path temp;

    @Test
    void givesTheEmbeddingOfEachPictureInOrder() throws IOException {
        List<RgbImage> images = List.of(RgbImage.filled(9, 70, 255, 7, 0), RgbImage.filled(50, 50, 0, 7, 255));
        try (OnnxImageEncoder encoder = open(TinyNetwork.in(temp))) {
            assertThat(encoder.dimension()).isEqualTo(2);
            assertThat(encoder.embedAll(images).getFirst().values()).containsExactly(1, 0);
            assertThat(encoder.embedAll(images).getLast().values()).containsExactly(0, 2);
        }
    }

    @Test
    void feedsPicturesAtTheSizeOfTheEmbedding() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replace("\"dim\": 2", "\"dim\": 2, \"size\": [16, 16]");
        RgbImage dotted = RgbImage.filled(16, 16, 0, 0, 0);
        for (int cell : new int[] {0, 8, 8 * 16, 8 * 16 + 8}) {
            dotted.pixels()[3 * cell] = (byte) 255;
        }
        try (OnnxImageEncoder encoder = open(TinyNetwork.in(temp, description, TinyNetwork.onnx()))) {
            assertThat(encoder.embed(dotted).values())
                    .as("red of the cells' corners")
                    .containsExactly(1, 0);
        }
    }

    @Test
    void refusesAnEmbeddingSizeThatTheNetworkCannotTake() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replace("\"dim\": 2", "\"dim\": 2, \"size\": [16, 20]");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> open(folder))
                .withMessageContainingAll("multiples of 16", "16x20", "the nearest sizes are 16x16 and 16x32");
    }

    @Test
    void saysFromWhichCosineOnPicturesAreNearCopiesWhereSomebodyMeasuredIt() throws IOException {
        Path unmeasured = TinyNetwork.in(temp.resolve("unmeasured"), TinyNetwork.DESCRIPTION, TinyNetwork.onnx());
        try (OnnxImageEncoder encoder = open(unmeasured)) {
            assertThat(encoder.nearDuplicateCosine()).isEmpty();
        }
        String description =
                TinyNetwork.DESCRIPTION.replace("\"dim\": 2", "\"dim\": 2, \"near_duplicate_cosine\": 0.9");
        Path measured = TinyNetwork.in(temp.resolve("measured"), description, TinyNetwork.onnx());
        try (OnnxImageEncoder encoder = open(measured)) {
            assertThat(encoder.nearDuplicateCosine()).contains(0.9);
        }
        Path wrong = TinyNetwork.in(temp.resolve("wrong"), description.replace("0.9", "9"), TinyNetwork.onnx());
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> open(wrong))
                .withMessageContaining(
                        "outputs.embedding.near_duplicate_cosine: expected a number from -1.0 to 1.0, found 9");
    }

    @Test
    void refusesANetworkWithoutEmbedding() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replaceAll("\"embedding\": .*", "");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> open(folder))
                .withMessageContainingAll("'tiny' has no embedding output", "patch-features");
    }

    @Test
    void tellsOfAnotherDimensionThanDescribed() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replace("\"dim\": 2", "\"dim\": 3");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> open(folder))
                .withMessageContainingAll("gives 2 channels as 'embedding'", "says 3", "outputs.embedding.dim");
    }

    private static OnnxImageEncoder open(Path folder) {
        return OnnxImageEncoder.open(ModelFolder.open(folder), EncoderSettings.defaults());
    }
}
