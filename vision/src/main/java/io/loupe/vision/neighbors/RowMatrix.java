package io.loupe.vision.neighbors;

import java.util.Arrays;

/**
 * Vectors as the rows of a matrix: shape [rows, dimension], row-major, float32.
 *
 * <p>Immutable by agreement: whoever wraps an array hands it over, and {@link #values()} is for reading only.
 */
public final class RowMatrix {
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

    /** A copy of one row. */
    public float[] row(int index) {
        return Arrays.copyOfRange(values, index * dimension, (index + 1) * dimension);
    }

    @Override
    public String toString() {
        return "RowMatrix[%d x %d]".formatted(rows, dimension);
    }
}
