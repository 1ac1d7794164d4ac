package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.Tap;
import java.util.List;

/** Descriptions of networks as the rest of Loupe sees encoders. */
final class EncoderInfos {
    private EncoderInfos() {}

    static EncoderInfo of(ModelDescription description) {
        List<Tap> taps = description.taps();
        return new EncoderInfo(
                description.id(),
                description.sha256(),
                taps,
                DefaultTaps.choose(description.id(), taps),
                description.licence());
    }
}
