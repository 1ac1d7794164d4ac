package io.loupe.vision.neighbors;

import java.util.Arrays;

/** The k nearest rows offered so far, nearest first; among equal distances the lower row wins, in any order of offers. */
final class NearestList {
    private final int[] rows;
    private final float[] squaredDistances;
    private int size;

    NearestList(int k) {
        rows = new int[k];
        squaredDistances = new float[k];
        Arrays.fill(squaredDistances, Float.POSITIVE_INFINITY);
    }

    void offer(int row, float squaredDistance) {
        int last = rows.length - 1;
        if (size == rows.length && !isNearer(row, squaredDistance, last)) {
            return;
        }
        int at = Math.min(size, last);
        while (at > 0 && isNearer(row, squaredDistance, at - 1)) {
            rows[at] = rows[at - 1];
            squaredDistances[at] = squaredDistances[at - 1];
            at--;
        }
        rows[at] = row;
        squaredDistances[at] = squaredDistance;
        size = Math.min(size + 1, rows.length);
    }

    private boolean isNearer(int row, float squaredDistance, int rank) {
        return squaredDistance < squaredDistances[rank]
                || (squaredDistance == squaredDistances[rank] && row < rows[rank]);
    }

    boolean isFull() {
        return size == rows.length;
    }

    /** The k-th smallest distance; infinite while fewer than k rows were offered. */
    float farthest() {
        return squaredDistances[squaredDistances.length - 1];
    }

    /** A copy of the rows, nearest first; meaningless beyond those that were offered. */
    int[] rows() {
        return rows.clone();
    }

    void copyTo(int[] allRows, float[] allSquaredDistances, int offset) {
        System.arraycopy(rows, 0, allRows, offset, rows.length);
        System.arraycopy(squaredDistances, 0, allSquaredDistances, offset, rows.length);
    }
}
