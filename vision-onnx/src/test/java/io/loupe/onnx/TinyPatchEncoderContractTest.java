package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.PatchEncoderContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TinyPatchEncoderContractTest extends PatchEncoderContract {
    @TempDir
    Path temp;

    @BeforeEach
    void makeNetwork() throws IOException {
        TinyNetwork.in(temp);
    }

    @Override
    protected EncoderProvider provider() {
        return new OnnxEncoderProvider();
    }

    @Override
    protected String encoderId() {
        return "tiny";
    }

    @Override
    protected EncoderSettings settings() {
        return EncoderSettings.defaults().withModelFolders(List.of(temp));
    }
}
