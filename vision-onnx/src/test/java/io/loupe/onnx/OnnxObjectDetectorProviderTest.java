package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxObjectDetectorProviderTest {
    @TempDir
    Path temp;

    @Test
    void findsDetectorsThroughTheServiceLoader() throws IOException {
        TinyDetector.centerNetIn(temp);

        try (ObjectDetector detector = ObjectDetectors.with(settings()).open("tiny")) {
            assertThat(detector.info())
                    .isEqualTo(new ObjectDetectorInfo(
                            "tiny",
                            ModelFolder.sha256(TinyDetector.centerNetOnnx()),
                            List.of("red", "blue"),
                            "Apache-2.0"));
        }
    }

    @Test
    void doesNotListNetworksThatDetectNothing() throws IOException {
        TinyNetwork.in(temp);

        assertThat(listed()).doesNotContain("tiny");
    }

    @Test
    void passesOverADetectorWithoutLabelsUnlessItIsAskedFor() throws IOException {
        Files.delete(TinyDetector.centerNetIn(temp).resolve("labels.txt"));

        assertThat(listed()).doesNotContain("tiny");
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> ObjectDetectors.with(settings()).open("tiny"))
                .withMessageContaining("labels.txt");
    }

    private List<String> listed() {
        return new OnnxObjectDetectorProvider()
                .list(settings()).stream().map(ObjectDetectorInfo::id).toList();
    }

    private EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(temp));
    }
}
