package io.loupe.vision.encoder.filterbank;

/** The triangular root of a symmetric positive definite matrix: A = L L'. */
final class Cholesky {
    private Cholesky() {}

    /** The inverse of L, lower triangular. Cost O(n^3). */
    static double[][] inverseOfFactor(double[][] matrix) {
        double[][] factor = factor(matrix);
        int size = factor.length;
        double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            inverse[column][column] = 1 / factor[column][column];
            for (int row = column + 1; row < size; row++) {
                double sum = 0;
                for (int k = column; k < row; k++) {
                    sum -= factor[row][k] * inverse[k][column];
                }
                inverse[row][column] = sum / factor[row][row];
            }
        }
        return inverse;
    }

    /**
     * L itself.
     *
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static double[][] factor(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= factor[row][k] * factor[column][k];
                }
                if (column < row) {
                    factor[row][column] = rest / factor[column][column];
                } else if (rest > 0) {
                    factor[row][row] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("Not positive definite: pivot %d is %s".formatted(row, rest));
                }
            }
        }
        return factor;
    }
}
