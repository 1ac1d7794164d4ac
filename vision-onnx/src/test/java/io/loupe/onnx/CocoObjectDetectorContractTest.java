package io.loupe.onnx;

import io.loupe.testkit.TestData;
import io.loupe.vision.detect.ObjectDetectorContract;
import io.loupe.vision.detect.ObjectDetectorProvider;
import io.loupe.vision.encoder.EncoderSettings;
import java.util.List;

class CocoObjectDetectorContractTest extends ObjectDetectorContract {
    @Override
    protected ObjectDetectorProvider provider() {
        return new OnnxObjectDetectorProvider();
    }

    @Override
    protected String detectorId() {
        return "coco-mobilenet-v3";
    }

    @Override
    protected EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(TestData.require("models/" + detectorId())));
    }
}
