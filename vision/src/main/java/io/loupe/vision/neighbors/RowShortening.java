package io.loupe.vision.neighbors;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces rows by shorter ones between which no distance is larger, so that a search can pass over most of a bank and
 * still be exact. A short row has the coordinates of the row along some orthonormal axes, and the length of what they
 * leave of it: with p and r for these two, |x - y|^2 is at least |p(x) - p(y)|^2 + (r(x) - r(y))^2, and hardly more where
 * the axes leave little. Rows keep their lengths. Immutable and thread-safe.
 */
final class RowShortening {
    /** Leaves rows as they are. */
    static final RowShortening NONE = new RowShortening(null);

    /** Shorter rows are searched as they are. */
    private static final int LEAST_DIMENSION = 32;

    /** Fewer rows are passed over sooner than axes are found. */
    private static final int LEAST_ROWS = 2048;

    private static final int MOST_AXES = 64;

    /** The vectors of the kernels that project hold so many. */
    private static final int AXES_STEP = 8;

    /** With so much of the variation explained, the nearest row is in one of a handful of groups. */
    private static final double ENOUGH = 0.86;

    /** With less, so many groups are left that measuring them takes what the short rows save. */
    private static final double TOO_LITTLE = 0.8;

    private final @Nullable PrincipalAxes axes;

    private RowShortening(@Nullable PrincipalAxes axes) {
        this.axes = axes;
    }

    static RowShortening along(PrincipalAxes axes) {
        return new RowShortening(axes);
    }

    /** What makes searches of this bank fastest. */
    static RowShortening suiting(RowMatrix bank) {
        if (bank.dimension() < LEAST_DIMENSION || bank.rows() < LEAST_ROWS) {
            return NONE;
        }
        int most = Math.min(MOST_AXES, bank.dimension() / (2 * AXES_STEP) * AXES_STEP);
        PrincipalAxes axes = PrincipalAxes.of(bank, most);
        double[] explained = axes.explained(bank);
        for (int count = AXES_STEP; count < most; count += AXES_STEP) {
            if (explained[count - 1] >= ENOUGH) {
                return along(axes.first(count));
            }
        }
        return explained[most - 1] >= TOO_LITTLE ? along(axes) : NONE;
    }

    /**
     * The short rows. Cost O(rows * dimension * axes), on all cores.
     *
     * @return shape [rows, axes + 1]; the same object where rows stay as they are
     */
    RowMatrix shorten(RowMatrix rows) {
        if (axes == null) {
            return rows;
        }
        int length = axes.count() + 1;
        float[] values = new float[Math.multiplyExact(rows.rows(), length)];
        IntStream.range(0, rows.rows()).parallel().forEach(row -> write(axes, rows, row, values, row * length));
        return RowMatrix.wrap(rows.rows(), length, values);
    }

    private static void write(PrincipalAxes axes, RowMatrix rows, int row, float[] values, int offset) {
        double[] coordinates = new double[axes.count()];
        axes.project(rows, row, coordinates);
        double left = rows.squaredNorm(row);
        for (int axis = 0; axis < coordinates.length; axis++) {
            values[offset + axis] = (float) coordinates[axis];
            left -= coordinates[axis] * coordinates[axis];
        }
        values[offset + coordinates.length] = (float) Math.sqrt(Math.max(0, left));
    }

    /**
     * How far {@link DistanceKernels#groupMinima} of short rows may be above the true distance, for rows of these lengths.
     * Rounding moves a short row by at most 8 * 2^-24 of its length (the last value, a root, by most), so a squared distance
     * by 16 * 2^-24 of the squared sum of lengths; doubled for good measure.
     *
     * @param dimension of the rows before they were shortened
     */
    double roughError(int dimension, double norm, double otherNorm) {
        return DistanceKernels.roughError(axes == null ? dimension : axes.count() + 1 + 32, norm, otherNorm);
    }
}
