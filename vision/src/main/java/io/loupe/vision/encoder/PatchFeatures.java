package io.loupe.vision.encoder;

/**
 * One vector per cell of a grid laid over one picture: shape [rows, columns, dimension], row-major, float32.
 *
 * <p>Immutable by agreement: whoever wraps an array hands it over, and {@link #values()} is for reading only.
 */
public final class PatchFeatures {
    private final int rows;
    private final int columns;
    private final int dimension;
    private final float[] values;

    private PatchFeatures(int rows, int columns, int dimension, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * Takes over {@code values} without copying.
     *
     * @param values shape [rows, columns, dimension]
     * @throws IllegalArgumentException if a size is not positive or does not fit the array
     */
    public static PatchFeatures wrap(int rows, int columns, int dimension, float[] values) {
        if (rows < 1 || columns < 1 || dimension < 1 || values.length != (long) rows * columns * dimension) {
            throw new IllegalArgumentException(
                    "Patch features of shape [%d, %d, %d] (rows, columns, dimension) do not fit %d values"
                            .formatted(rows, columns, dimension, values.length));
        }
        return new PatchFeatures(rows, columns, dimension, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int dimension() {
        return dimension;
    }

    /** Number of grid cells, rows * columns. */
    public int patchCount() {
        return rows * columns;
    }

    /** The live values, shape [rows, columns, dimension]; to be read, not written. */
    public float[] values() {
        return values;
    }

    @Override
    public String toString() {
        return "PatchFeatures[%d x %d x %d]".formatted(rows, columns, dimension);
    }
}
