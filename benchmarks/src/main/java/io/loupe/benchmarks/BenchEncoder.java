package io.loupe.benchmarks;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import java.nio.file.Path;
import java.util.List;

/** The encoder that whole chains are measured with: a network where the test data has it, else the default one. */
final class BenchEncoder {
    private static final String NETWORK = "mobilenet-v2-imagenet";

    private BenchEncoder() {}

    static EncoderSettings settings() {
        String testData = System.getenv("LOUPE_TEST_DATA");
        return EncoderSettings.defaults()
                .withModelFolders(testData == null ? List.of() : List.of(Path.of(testData, "models")));
    }

    static PatchEncoderRequest request() {
        boolean hasNetwork = Encoders.with(settings()).list().stream()
                .anyMatch(encoder -> encoder.id().equals(NETWORK));
        return new PatchEncoderRequest(hasNetwork ? NETWORK : Encoders.defaultId(), List.of(), InputSize.square(256));
    }
}
