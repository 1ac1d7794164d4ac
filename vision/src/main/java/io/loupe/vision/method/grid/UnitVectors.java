package io.loupe.vision.method.grid;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.neighbors.RowMatrix;

/**
 * Patches scaled to length 1, so that the squared Euclidean distance of two is twice their cosine distance. A patch of
 * zeros stays zero and is half a unit of cosine distance from every other.
 */
public final class UnitVectors {
    private UnitVectors() {}

    /**
     * The scaled patches; {@code features} is not changed.
     *
     * @return shape [patches, dimension]
     */
    public static RowMatrix of(PatchFeatures features) {
        int dimension = features.dimension();
        float[] values = features.values();
        float[] units = new float[values.length];
        for (int from = 0; from < units.length; from += dimension) {
            double squaredLength = 0;
            for (int i = from; i < from + dimension; i++) {
                squaredLength += (double) values[i] * values[i];
            }
            double scale = squaredLength == 0 ? 0 : 1 / Math.sqrt(squaredLength);
            for (int i = from; i < from + dimension; i++) {
                units[i] = (float) (values[i] * scale);
            }
        }
        return RowMatrix.wrap(features.patchCount(), dimension, units);
    }
}
