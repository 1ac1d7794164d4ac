package io.loupe.vision.method.grid;

import io.loupe.vision.encoder.PatchFeatures;

/**
 * Brings a coarse grid to a finer one by bilinear interpolation between cell centres (half-pixel centres, edges
 * repeated), as {@code align_corners = false} elsewhere.
 */
public final class Upsampling {
    private Upsampling() {}

    /**
     * Writes {@code features}, brought to a grid of {@code rows} x {@code columns}, into a wider table.
     *
     * @param table shape [rows, columns, tableDimension]; only {@code features.dimension()} values of every cell change
     * @param offset where in each cell's vector the values go
     */
    public static void bilinear(
            PatchFeatures features, int rows, int columns, float[] table, int tableDimension, int offset) {
        for (int row = 0; row < rows; row++) {
            float y = sourcePosition(row, rows, features.rows());
            for (int column = 0; column < columns; column++) {
                float x = sourcePosition(column, columns, features.columns());
                writeBlend(features, y, x, table, (row * columns + column) * tableDimension + offset);
            }
        }
    }

    /** Where the centre of a target cell lies among the source cells' centres, from 0 to sourceSize - 1. */
    private static float sourcePosition(int target, int targetSize, int sourceSize) {
        float position = (target + 0.5f) * sourceSize / targetSize - 0.5f;
        return Math.clamp(position, 0f, sourceSize - 1f);
    }

    private static void writeBlend(PatchFeatures features, float y, float x, float[] table, int target) {
        int dimension = features.dimension();
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, features.rows() - 1);
        int right = Math.min(left + 1, features.columns() - 1);
        float down = y - top;
        float across = x - left;
        int topLeft = (top * features.columns() + left) * dimension;
        int topRight = (top * features.columns() + right) * dimension;
        int bottomLeft = (bottom * features.columns() + left) * dimension;
        int bottomRight = (bottom * features.columns() + right) * dimension;
        float[] values = features.values();
        for (int i = 0; i < dimension; i++) {
            float upper = values[topLeft + i] + across * (values[topRight + i] - values[topLeft + i]);
            float lower = values[bottomLeft + i] + across * (values[bottomRight + i] - values[bottomLeft + i]);
            table[target + i] = upper + down * (lower - upper);
        }
    }
}
