package io.loupe.vision.neighbors;

import java.util.Arrays;

/**
 * Vectors as the rows of a matrix: shape [rows, dimension], row-major, float32.
 *
 * <p>Immutable by agreement: whoever wraps an array hands it over, and {@link #values()} is for reading only.
 */
public final class RowMatrix {
    /** Leaves room for the squared norm of a difference in float32. */
    private static final double LARGEST_SQUARED_NORM = Float.MAX_VALUE / 16;

    private final int rows;
    private final int dimension;
    private final float[] values;

    private RowMatrix(int rows, int dimension, float[] values) {
        this.rows = rows;
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * Takes over {@code values} without copying.
     *
     * @param values shape [rows, dimension]
     * @throws IllegalArgumentException if the sizes do not fit the array
     */
    public static RowMatrix wrap(int rows, int dimension, float[] values) {
        if (rows < 0 || dimension < 1 || values.length != (long) rows * dimension) {
            throw new IllegalArgumentException("A matrix of shape [%d, %d] (rows, dimension) does not fit %d values"
                    .formatted(rows, dimension, values.length));
        }
        return new RowMatrix(rows, dimension, values);
    }

    public int rows() {
        return rows;
    }

    public int dimension() {
        return dimension;
    }

    /** The live values, shape [rows, dimension]; to be read, not written. */
    public float[] values() {
        return values;
    }

    /** A copy of the rows of these indices, in this order. */
    public RowMatrix select(int[] indices) {
        float[] selected = new float[Math.multiplyExact(indices.length, dimension)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * dimension, selected, i * dimension, dimension);
        }
        return wrap(indices.length, dimension, selected);
    }

    /** A copy of a run of rows. */
    public RowMatrix select(RowRange range) {
        float[] selected = Arrays.copyOfRange(values, range.from() * dimension, range.to() * dimension);
        return wrap(range.count(), dimension, selected);
    }

    /** The squared Euclidean length of a row, summed in double. */
    public double squaredNorm(int index) {
        double sum = 0;
        for (int i = index * dimension; i < (index + 1) * dimension; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    /**
     * Refuses rows to which a distance would mean nothing.
     *
     * @param what names such a row in the message: "Query"
     * @throws IllegalArgumentException if a value is not a number, infinite, or too large to square in float32
     */
    public void requireMeasurable(String what) {
        for (int row = 0; row < rows; row++) {
            double squaredNorm = squaredNorm(row);
            if (!(squaredNorm <= LARGEST_SQUARED_NORM)) {
                throw new IllegalArgumentException(
                        "%s row %d holds a value that is not a number, infinite or too large to square (its squared norm is %s); distances to it mean nothing"
                                .formatted(what, row, squaredNorm));
            }
        }
    }

    /** A copy of one row. */
    public float[] row(int index) {
        return Arrays.copyOfRange(values, index * dimension, (index + 1) * dimension);
    }

    @Override
    public String toString() {
        return "RowMatrix[%d x %d]".formatted(rows, dimension);
    }
}
