package io.loupe.vision.method.dinoknn;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.FeatureSource;
import java.util.List;

/** Given features; pictures can truly be turned by 180 degrees, by any other angle they look like the upright one. */
record Pictures(List<List<PatchFeatures>> taps) implements FeatureSource {
    @Override
    public int imageCount() {
        return taps.size();
    }

    @Override
    public List<PatchFeatures> features(int image) {
        return taps.get(image);
    }

    @Override
    public List<PatchFeatures> rotatedFeatures(int image, int degrees) {
        return degrees == 180
                ? taps.get(image).stream().map(Pictures::halfTurned).toList()
                : taps.get(image);
    }

    static PatchFeatures halfTurned(PatchFeatures tap) {
        int dimension = tap.dimension();
        float[] turned = new float[tap.values().length];
        for (int cell = 0; cell < tap.patchCount(); cell++) {
            int opposite = tap.patchCount() - 1 - cell;
            System.arraycopy(tap.values(), cell * dimension, turned, opposite * dimension, dimension);
        }
        return PatchFeatures.wrap(tap.rows(), tap.columns(), dimension, turned);
    }
}
