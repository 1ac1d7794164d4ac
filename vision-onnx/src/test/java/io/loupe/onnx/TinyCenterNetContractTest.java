package io.loupe.onnx;

import io.loupe.vision.detect.ObjectDetectorContract;
import io.loupe.vision.detect.ObjectDetectorProvider;
import io.loupe.vision.encoder.EncoderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TinyCenterNetContractTest extends ObjectDetectorContract {
    @TempDir
    Path temp;

    @BeforeEach
    void makeNetwork() throws IOException {
        TinyDetector.centerNetIn(temp);
    }

    @Override
    protected ObjectDetectorProvider provider() {
        return new OnnxObjectDetectorProvider();
    }

    @Override
    protected String detectorId() {
        return "tiny";
    }

    @Override
    protected EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(temp));
    }
}
