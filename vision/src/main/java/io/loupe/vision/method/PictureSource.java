package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;
import java.util.List;

/** The good pictures behind their features, for methods that try things out on them. Thread-safe. */
public interface PictureSource {
    /** A picture as the encoder is shown it. */
    RgbImage picture(int image);

    /** What the encoder makes of a picture of the same size, as a changed one of these. */
    List<PatchFeatures> encode(RgbImage picture);
}
