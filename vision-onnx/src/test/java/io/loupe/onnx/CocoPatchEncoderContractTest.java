package io.loupe.onnx;

import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.PatchEncoderContract;
import java.util.List;

class CocoPatchEncoderContractTest extends PatchEncoderContract {
    @Override
    protected EncoderProvider provider() {
        return new OnnxEncoderProvider();
    }

    @Override
    protected String encoderId() {
        return "coco-mobilenet-v3";
    }

    @Override
    protected EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(TestData.require("models/" + encoderId())));
    }

    /** A tap alone and among others may be computed by differently fused operators. */
    @Override
    protected double tolerance() {
        return 1e-4;
    }
}
