package io.loupe.vision;

import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.image.Rotation;
import io.loupe.vision.method.FeatureSource;
import java.util.List;

/** Prepared pictures seen through an encoder, encoded anew whenever they are asked for. */
final class EncodedPictures implements FeatureSource {
    private final PatchEncoder encoder;
    private final List<RgbImage> prepared;

    EncodedPictures(PatchEncoder encoder, List<RgbImage> prepared) {
        this.encoder = encoder;
        this.prepared = prepared;
    }

    @Override
    public int imageCount() {
        return prepared.size();
    }

    @Override
    public List<PatchFeatures> features(int image) {
        return encoder.encode(prepared.get(image));
    }

    @Override
    public List<PatchFeatures> rotatedFeatures(int image, int degrees) {
        return encoder.encode(Rotation.rotate(prepared.get(image), degrees));
    }
}
