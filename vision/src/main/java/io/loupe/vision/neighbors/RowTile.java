package io.loupe.vision.neighbors;

/**
 * A few rows side by side for {@link DistanceKernels#groupMinima}: shape [dimension, width], one row per lane, times -2
 * so that the kernel's sums come out as distances. Not thread-safe while rows are set.
 */
public final class RowTile {
    private final int width;
    private final float[] values;

    /** A tile of zeros as wide as the kernels want it. */
    public RowTile(DistanceKernels kernels, int dimension) {
        this.width = kernels.tileWidth();
        this.values = new float[width * dimension];
    }

    /** Puts a row into a lane. */
    public void set(int lane, RowMatrix rows, int row) {
        float[] source = rows.values();
        for (int at = lane, i = row * rows.dimension(); at < values.length; at += width, i++) {
            values[at] = -2 * source[i];
        }
    }

    float[] values() {
        return values;
    }
}
