package io.loupe.vision.neighbors;

import java.util.Arrays;

/**
 * Rows laid out for {@link DistanceKernels}: in panels of four rows, shape [panels, dimension, 4], so that the kernel
 * reads them front to back; four panels are a group. Rows that fill up the last group lie infinitely far away. Safe to
 * share between threads once nothing is added any more.
 */
public final class PackedRows {
    /** Rows of a panel: the height of the kernel's register tile. */
    static final int PANEL = 4;

    /** Rows of a group: what {@link DistanceKernels#groupMinima} takes one minimum of. */
    public static final int GROUP = 16;

    private final int dimension;
    private final float[] panels;
    private final float[] squaredNorms;
    private int count;

    /** No rows yet, with room for so many. Memory: one copy of the rows. */
    public PackedRows(int capacity, int dimension) {
        int groups = (capacity + GROUP - 1) / GROUP;
        this.dimension = dimension;
        this.panels = new float[Math.multiplyExact(Math.multiplyExact(groups, GROUP), dimension)];
        this.squaredNorms = new float[groups * GROUP];
        Arrays.fill(squaredNorms, Float.POSITIVE_INFINITY);
    }

    /** A packed copy of all rows. */
    public static PackedRows of(RowMatrix rows) {
        PackedRows packed = new PackedRows(rows.rows(), rows.dimension());
        for (int row = 0; row < rows.rows(); row++) {
            packed.add(rows, row);
        }
        return packed;
    }

    /** Adds a copy of one row. */
    public void add(RowMatrix rows, int row) {
        int offset = row * dimension;
        int start = count / PANEL * PANEL * dimension + count % PANEL;
        for (int i = 0; i < dimension; i++) {
            panels[start + i * PANEL] = rows.values()[offset + i];
        }
        squaredNorms[count] = (float) rows.squaredNorm(row);
        count++;
    }

    public int count() {
        return count;
    }

    /** Groups that hold a row. */
    public int groups() {
        return (count + GROUP - 1) / GROUP;
    }

    public int dimension() {
        return dimension;
    }

    float[] panels() {
        return panels;
    }

    float[] squaredNorms() {
        return squaredNorms;
    }
}
