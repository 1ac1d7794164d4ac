package io.loupe.vision.method.padim;

import java.util.Arrays;

/** Lower triangles of square matrices in one array, row after row: row i has i + 1 values. */
final class Triangle {
    private Triangle() {}

    static int size(int dimension) {
        return row(dimension);
    }

    /** Where row i begins. */
    static int row(int i) {
        return i * (i + 1) / 2;
    }

    /** Replaces a symmetric positive definite matrix by its Cholesky factor. Cost O(dimension^3 / 6). */
    static void factorInPlace(double[] triangle, int dimension) {
        for (int i = 0; i < dimension; i++) {
            int rowI = row(i);
            for (int j = 0; j <= i; j++) {
                int rowJ = row(j);
                double rest = triangle[rowI + j];
                for (int k = 0; k < j; k++) {
                    rest -= triangle[rowI + k] * triangle[rowJ + k];
                }
                triangle[rowI + j] = i == j ? Math.sqrt(rest) : rest / triangle[rowJ + j];
            }
        }
    }

    /** Replaces a lower triangular matrix by its inverse, which is one too. Cost O(dimension^3 / 6). */
    static void invertInPlace(double[] triangle, int dimension) {
        double[] sums = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            int rowI = row(i);
            // The rows above are inverted already, so row i is minus itself times them, over its diagonal.
            Arrays.fill(sums, 0, i, 0);
            for (int k = 0; k < i; k++) {
                int rowK = row(k);
                double factor = triangle[rowI + k];
                for (int j = 0; j <= k; j++) {
                    sums[j] += factor * triangle[rowK + j];
                }
            }
            double inverse = 1 / triangle[rowI + i];
            for (int j = 0; j < i; j++) {
                triangle[rowI + j] = -sums[j] * inverse;
            }
            triangle[rowI + i] = inverse;
        }
    }
}
