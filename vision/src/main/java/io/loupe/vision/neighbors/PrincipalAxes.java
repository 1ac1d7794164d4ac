package io.loupe.vision.neighbors;

import java.util.Arrays;
import java.util.Random;

/**
 * Orthonormal directions that rows lie along, nearly as telling as the true principal ones, the most telling first. They
 * go out from the origin, so the first is about the direction of the mean. Found in float64, by randomised subspace
 * iteration [1] on at most some {@value #ROWS} rows. Immutable.
 *
 * <p>[1] Halko, Martinsson, Tropp, Finding Structure with Randomness, 2011, Algorithm 4.4
 */
final class PrincipalAxes {
    private static final int ROWS = 512;
    private static final int ITERATIONS = 2;
    private static final long SEED = 1;

    /** Of the longest, below which what is left of an axis is rounding. */
    private static final double NOTHING = 1e-10;

    private final int dimension;
    private final int count;
    /** Shape [dimension, axes], so that loops run along the axes. */
    private final double[] axes;

    private PrincipalAxes(int dimension, int count, double[] axes) {
        this.dimension = dimension;
        this.count = count;
        this.axes = axes;
    }

    /** So many axes; where rows lie along fewer, the others are zeros. Cost O({@value #ROWS} * dimension * count). */
    static PrincipalAxes of(RowMatrix rows, int count) {
        Random random = new Random(SEED);
        double[] start = random.doubles((long) rows.dimension() * count, -1, 1).toArray();
        PrincipalAxes axes = new PrincipalAxes(rows.dimension(), count, start);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            axes = axes.turnedTowards(rows);
        }
        return axes;
    }

    private static int step(RowMatrix rows) {
        return Math.max(1, rows.rows() / ROWS);
    }

    /** One step of the power method, for all axes at once. */
    private PrincipalAxes turnedTowards(RowMatrix rows) {
        double[] next = new double[axes.length];
        double[] coordinates = new double[count];
        for (int row = 0; row < rows.rows(); row += step(rows)) {
            project(rows, row, coordinates);
            for (int i = 0; i < dimension; i++) {
                double value = rows.values()[row * dimension + i];
                for (int axis = 0; axis < count; axis++) {
                    next[i * count + axis] += value * coordinates[axis];
                }
            }
        }
        orthonormalise(next, count);
        return new PrincipalAxes(dimension, count, next);
    }

    /** Gram and Schmidt, twice, because once loses what nearly parallel columns have of their own. */
    private static void orthonormalise(double[] columns, int count) {
        double longest = 0;
        for (int column = 0; column < count; column++) {
            longest = Math.max(longest, Math.sqrt(dot(columns, count, column, column)));
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < column; other++) {
                    add(columns, count, column, other, -dot(columns, count, column, other));
                }
            }
            double length = Math.sqrt(dot(columns, count, column, column));
            scale(columns, count, column, length > NOTHING * longest ? 1 / length : 0);
        }
    }

    private static double dot(double[] columns, int count, int left, int right) {
        double sum = 0;
        for (int i = 0; i < columns.length; i += count) {
            sum += columns[i + left] * columns[i + right];
        }
        return sum;
    }

    private static void add(double[] columns, int count, int target, int source, double factor) {
        for (int i = 0; i < columns.length; i += count) {
            columns[i + target] += factor * columns[i + source];
        }
    }

    private static void scale(double[] columns, int count, int column, double factor) {
        for (int i = column; i < columns.length; i += count) {
            columns[i] *= factor;
        }
    }

    int count() {
        return count;
    }

    /** The first axes only. */
    PrincipalAxes first(int fewer) {
        double[] kept = new double[dimension * fewer];
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(axes, i * count, kept, i * fewer, fewer);
        }
        return new PrincipalAxes(dimension, fewer, kept);
    }

    /** Writes how far a row reaches along each axis. Cost O(dimension * count). */
    void project(RowMatrix rows, int row, double[] coordinates) {
        Arrays.fill(coordinates, 0);
        for (int i = 0; i < dimension; i++) {
            double value = rows.values()[row * dimension + i];
            for (int axis = 0; axis < count; axis++) {
                coordinates[axis] += value * axes[i * count + axis];
            }
        }
    }

    /**
     * What share of the rows' variation each axis and those before it explain, ascending to 1 at most; the first axis, which
     * all rows share, left out.
     */
    double[] explained(RowMatrix rows) {
        double[] energies = new double[count];
        double[] coordinates = new double[count];
        double total = 0;
        for (int row = 0; row < rows.rows(); row += step(rows)) {
            project(rows, row, coordinates);
            for (int axis = 0; axis < count; axis++) {
                energies[axis] += coordinates[axis] * coordinates[axis];
            }
            total += rows.squaredNorm(row);
        }
        double[] explained = new double[count];
        for (int axis = 1; axis < count; axis++) {
            explained[axis] = explained[axis - 1] + energies[axis] / (total - energies[0]);
        }
        return explained;
    }
}
