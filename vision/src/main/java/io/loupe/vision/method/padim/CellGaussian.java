package io.loupe.vision.method.padim;

import io.loupe.vision.neighbors.RowMatrix;
import java.nio.DoubleBuffer;

/**
 * The Gaussian of one cell. The covariance is kept as the inverse of its Cholesky factor, so that a squared Mahalanobis
 * distance is the squared length of a product; in float64, because leaving a picture out subtracts nearly equal numbers.
 */
final class CellGaussian {
    private final double[] mean;
    /** Lower triangle, row after row. */
    private final double[] whitening;

    CellGaussian(double[] mean, double[] whitening) {
        this.mean = mean;
        this.whitening = whitening;
    }

    /** How many values {@link #write} writes. */
    static int storedValues(int dimension) {
        return dimension + Triangle.size(dimension);
    }

    static CellGaussian read(DoubleBuffer from, int dimension) {
        double[] mean = new double[dimension];
        double[] whitening = new double[Triangle.size(dimension)];
        from.get(mean).get(whitening);
        return new CellGaussian(mean, whitening);
    }

    void write(DoubleBuffer to) {
        to.put(mean).put(whitening);
    }

    /** The squared Mahalanobis distance of a row. Cost O(dimension^2 / 2). */
    double squaredDistance(RowMatrix rows, int row) {
        int dimension = mean.length;
        double[] difference = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            difference[i] = rows.values()[row * dimension + i] - mean[i];
        }
        double squared = 0;
        for (int i = 0; i < dimension; i++) {
            int at = Triangle.row(i);
            double whitened = 0;
            for (int j = 0; j <= i; j++) {
                whitened += whitening[at + j] * difference[j];
            }
            squared += whitened * whitened;
        }
        return squared;
    }
}
