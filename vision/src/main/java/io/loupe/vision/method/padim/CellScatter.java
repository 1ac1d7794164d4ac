package io.loupe.vision.method.padim;

import io.loupe.vision.neighbors.RowMatrix;

/**
 * Mean and scatter of one cell's vectors, gathered picture by picture (Welford's update). Not thread-safe. Matrices are
 * lower triangles, row after row.
 */
final class CellScatter {
    private final double[] mean;
    private final double[] scatter;
    private int count;

    CellScatter(int dimension) {
        this.mean = new double[dimension];
        this.scatter = new double[Triangle.size(dimension)];
    }

    void add(RowMatrix picture, int cell) {
        int dimension = mean.length;
        double[] difference = new double[dimension];
        count++;
        for (int i = 0; i < dimension; i++) {
            difference[i] = picture.values()[cell * dimension + i] - mean[i];
            mean[i] += difference[i] / count;
        }
        double share = (count - 1.0) / count;
        for (int i = 0; i < dimension; i++) {
            int row = Triangle.row(i);
            double scaled = share * difference[i];
            for (int j = 0; j <= i; j++) {
                scatter[row + j] += scaled * difference[j];
            }
        }
    }

    /** Gives its arrays away: nothing can be added any more. */
    CellGaussian toGaussian(double regulariser) {
        for (int i = 0; i < scatter.length; i++) {
            scatter[i] /= count - 1;
        }
        for (int i = 0; i < mean.length; i++) {
            scatter[Triangle.row(i) + i] += regulariser;
        }
        Triangle.factorInPlace(scatter, mean.length);
        Triangle.invertInPlace(scatter, mean.length);
        return new CellGaussian(mean, scatter);
    }
}
