package io.loupe.vision.neighbors;

/** Squared lengths of rows, summed in double. */
final class SquaredNorms {
    private SquaredNorms() {}

    static double of(float[] values, int offset, int dimension) {
        double sum = 0;
        for (int i = offset; i < offset + dimension; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    static double largest(RowMatrix rows) {
        double largest = 0;
        for (int row = 0; row < rows.rows(); row++) {
            largest = Math.max(largest, of(rows.values(), row * rows.dimension(), rows.dimension()));
        }
        return largest;
    }
}
