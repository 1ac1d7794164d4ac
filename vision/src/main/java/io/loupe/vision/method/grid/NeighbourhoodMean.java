package io.loupe.vision.method.grid;

import io.loupe.vision.encoder.PatchFeatures;

/**
 * Replaces every patch by the mean of the patches around it, so that it knows its surroundings. At the border the mean
 * is over the cells that exist: padding with zeros would make every border patch look alike.
 */
public final class NeighbourhoodMean {
    private NeighbourhoodMean() {}

    /**
     * The means over squares of {@code side} x {@code side} cells. Cost O(patches * side^2 * dimension).
     *
     * @param features shape [rows, columns, dimension]; not changed
     * @param side odd; 1 gives the features themselves
     */
    public static PatchFeatures of(PatchFeatures features, int side) {
        if (side < 1 || side % 2 == 0) {
            throw new IllegalArgumentException("A neighbourhood needs an odd side, got %d".formatted(side));
        }
        if (side == 1) {
            return features;
        }
        int reach = side / 2;
        float[] means = new float[features.values().length];
        for (int row = 0; row < features.rows(); row++) {
            for (int column = 0; column < features.columns(); column++) {
                writeMean(features, row, column, reach, means);
            }
        }
        return PatchFeatures.wrap(features.rows(), features.columns(), features.dimension(), means);
    }

    private static void writeMean(PatchFeatures features, int row, int column, int reach, float[] means) {
        int dimension = features.dimension();
        int target = (row * features.columns() + column) * dimension;
        int top = Math.max(0, row - reach);
        int bottom = Math.min(features.rows() - 1, row + reach);
        int left = Math.max(0, column - reach);
        int right = Math.min(features.columns() - 1, column + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                add(features.values(), (y * features.columns() + x) * dimension, means, target, dimension);
            }
        }
        float share = 1f / ((bottom - top + 1) * (right - left + 1));
        for (int i = target; i < target + dimension; i++) {
            means[i] *= share;
        }
    }

    private static void add(float[] source, int from, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] += source[from + i];
        }
    }
}
