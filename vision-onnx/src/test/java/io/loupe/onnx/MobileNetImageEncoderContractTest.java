package io.loupe.onnx;

import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.ImageEncoderContract;
import java.util.List;

class MobileNetImageEncoderContractTest extends ImageEncoderContract {
    @Override
    protected EncoderProvider provider() {
        return new OnnxEncoderProvider();
    }

    @Override
    protected String encoderId() {
        return "mobilenet-v2-imagenet";
    }

    @Override
    protected EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(TestData.require("models/" + encoderId())));
    }
}
