package io.loupe.benchmarks;

import io.loupe.vision.neighbors.RowMatrix;
import java.util.Random;

/** Made-up rows that are the same in every run. */
final class RandomRows {
    private static final int CLUSTERS = 300;
    private static final double SPREAD = 0.3;

    private RandomRows() {}

    /** Normally distributed rows. */
    static RowMatrix normal(int rows, int dimension, long seed) {
        return RowMatrix.wrap(rows, dimension, normalValues(rows * dimension, new Random(seed)));
    }

    /** Rows in clusters of very different sizes, as the patches of good parts are. */
    static RowMatrix clustered(int rows, int dimension, long seed) {
        Random random = new Random(seed);
        float[] centres = normalValues(CLUSTERS * dimension, random);
        float[] values = normalValues(rows * dimension, random);
        for (int row = 0; row < rows; row++) {
            int cluster = (int) (CLUSTERS * Math.pow(random.nextDouble(), 3));
            for (int i = 0; i < dimension; i++) {
                int at = row * dimension + i;
                values[at] = centres[cluster * dimension + i] + (float) SPREAD * values[at];
            }
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    private static float[] normalValues(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
