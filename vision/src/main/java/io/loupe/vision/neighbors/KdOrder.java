package io.loupe.vision.neighbors;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An order in which rows that lie close together follow each other: the leaves of a k-d tree, from left to right. */
final class KdOrder {
    private final RowMatrix rows;
    private final int leaf;
    private final int[] order;

    private KdOrder(RowMatrix rows, int leaf) {
        this.rows = rows;
        this.leaf = leaf;
        this.order = IntStream.range(0, rows.rows()).toArray();
    }

    /**
     * The rows' indices. Cost O(rows * log(rows) * (log(rows) + dimension)).
     *
     * @param leaf how many successive rows, counted from the first, are to lie close together
     */
    static int[] of(RowMatrix rows, int leaf) {
        KdOrder kdOrder = new KdOrder(rows, leaf);
        kdOrder.split(0, rows.rows());
        return kdOrder.order;
    }

    /** Halves a run of rows where they spread most, and so on. */
    private void split(int from, int to) {
        if (to - from <= leaf) {
            return;
        }
        sortAlong(widestAxis(from, to), from, to);
        int leaves = (to - from + leaf - 1) / leaf;
        int middle = from + leaves / 2 * leaf;
        split(from, middle);
        split(middle, to);
    }

    private int widestAxis(int from, int to) {
        int dimension = rows.dimension();
        double[] sums = new double[dimension];
        double[] squares = new double[dimension];
        for (int i = from; i < to; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                double value = value(order[i], axis);
                sums[axis] += value;
                squares[axis] += value * value;
            }
        }
        int widest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int axis = 0; axis < dimension; axis++) {
            double spread = squares[axis] - sums[axis] * sums[axis] / (to - from);
            if (spread > most) {
                most = spread;
                widest = axis;
            }
        }
        return widest;
    }

    private void sortAlong(int axis, int from, int to) {
        long[] keys = Arrays.stream(order, from, to)
                .mapToLong(row -> (long) ascending(value(row, axis)) << Integer.SIZE | row)
                .sorted()
                .toArray();
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i - from];
        }
    }

    private float value(int row, int axis) {
        return rows.values()[row * rows.dimension() + axis];
    }

    /** A whole number that orders as the value does. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value);
        return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
    }
}
