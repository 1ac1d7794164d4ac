package io.loupe.vision.method.grid;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;

/** All taps of a picture as one vector per cell of the finest grid: coarser taps upsampled, then concatenated. */
public final class TapStack {
    private TapStack() {}

    /**
     * The stacked vectors. Every tap is first averaged over neighbourhoods on its own grid.
     *
     * @param taps one entry per tap, in the order of concatenation
     * @param neighbourhoodSide side of the squares averaged over, odd; 1 for none
     * @return shape [rows * columns of the finest grid, sum of dimensions], row-major over the grid
     */
    public static RowMatrix of(List<PatchFeatures> taps, int neighbourhoodSide) {
        TapShapes shapes = TapShapes.of(taps);
        int dimension = shapes.stackedDimension();
        float[] stack = new float[Math.multiplyExact(shapes.patchCount(), dimension)];
        int offset = 0;
        for (PatchFeatures tap : taps) {
            PatchFeatures means = NeighbourhoodMean.of(tap, neighbourhoodSide);
            Upsampling.bilinear(means, shapes.rows(), shapes.columns(), stack, dimension, offset);
            offset += tap.dimension();
        }
        return RowMatrix.wrap(shapes.patchCount(), dimension, stack);
    }
}
