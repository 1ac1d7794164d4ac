package io.loupe.benchmarks;

import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import java.util.List;

/** A program that does nothing but encode one picture, for {@link EncoderBenchmark} to time from start to end. */
final class EncoderProbe {
    private static final int SIDE = 256;

    private EncoderProbe() {}

    public static void main(String[] arguments) {
        encodeFirst(arguments[0]);
    }

    static void encodeFirst(String encoderId) {
        PatchEncoderRequest request = new PatchEncoderRequest(encoderId, List.of(), InputSize.square(SIDE));
        try (PatchEncoder encoder = Encoders.with(BenchEncoder.settings()).openPatchEncoder(request)) {
            encoder.encode(EncoderBenchmark.part(SIDE));
        }
    }
}
