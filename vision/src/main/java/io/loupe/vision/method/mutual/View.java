package io.loupe.vision.method.mutual;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.grid.NeighbourhoodMean;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.UnitVectors;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;

/**
 * One tap, averaged over one size of neighbourhood.
 *
 * @param tap index of the tap
 * @param side of the neighbourhood, in cells
 * @param shape of the tap
 */
record View(int tap, int side, TapShapes.Shape shape) {
    int patchCount() {
        return shape.rows() * shape.columns();
    }

    /** What one picture of a block takes: its patches, and a distance of each to every picture. */
    long bytesPerImage(int images) {
        return (long) Float.BYTES * patchCount() * (shape.dimension() + images);
    }

    /**
     * The patches to compare: less the mean of all the tap's values (what is left of the authors' layer normalisation
     * once lengths are 1), averaged over neighbourhoods, scaled to length 1.
     *
     * @return shape [patches, dimension]
     */
    RowMatrix patches(List<PatchFeatures> taps) {
        PatchFeatures features = taps.get(tap);
        double sum = 0;
        for (float value : features.values()) {
            sum += value;
        }
        float mean = (float) (sum / features.values().length);
        float[] centred = new float[features.values().length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = features.values()[i] - mean;
        }
        PatchFeatures tapCentred =
                PatchFeatures.wrap(features.rows(), features.columns(), features.dimension(), centred);
        return UnitVectors.of(NeighbourhoodMean.of(tapCentred, side));
    }
}
