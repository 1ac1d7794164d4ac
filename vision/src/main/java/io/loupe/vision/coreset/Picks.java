package io.loupe.vision.coreset;

import io.loupe.vision.neighbors.DistanceKernels;
import io.loupe.vision.neighbors.PackedRows;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowTile;
import java.util.Arrays;

/**
 * The rows picked so far, and the distances of other rows to them. Distances may be asked for from many threads while
 * nothing is added.
 */
final class Picks {
    /** Keeps the rough distances of a tile in the first-level cache. */
    private static final int GROUPS_AT_A_TIME = 64;

    private final DistanceKernels kernels = DistanceKernels.fastest();
    private final RowMatrix rows;
    private final int[] picked;
    private final PackedRows packed;
    private double largestNorm;

    Picks(RowMatrix rows, int capacity) {
        this.rows = rows;
        this.picked = new int[capacity];
        this.packed = new PackedRows(capacity, rows.dimension());
    }

    int count() {
        return packed.count();
    }

    boolean areComplete() {
        return packed.count() == picked.length;
    }

    int[] toArray() {
        return Arrays.copyOf(picked, count());
    }

    void add(int row) {
        picked[packed.count()] = row;
        packed.add(rows, row);
        largestNorm = Math.max(largestNorm, Math.sqrt(rows.squaredNorm(row)));
    }

    /** Squared Euclidean distance between two rows. */
    float squaredDistance(int left, int right) {
        int dimension = rows.dimension();
        return kernels.squaredDistance(rows.values(), left * dimension, rows.values(), right * dimension, dimension);
    }

    int tileWidth() {
        return kernels.tileWidth();
    }

    /**
     * Lowers distances to the nearest pick, exactly. The matrix product only tells which groups of picks can lower a
     * distance; their rows are then measured one by one.
     *
     * @param from first of the candidates meant
     * @param to one past the last, at most {@link #tileWidth()} further
     * @param fromPick picks before this one are known to lower nothing
     */
    void lower(Candidates candidates, int from, int to, int fromPick) {
        RowTile tile = new RowTile(kernels, rows.dimension());
        for (int i = from; i < to; i++) {
            tile.set(i - from, rows, candidates.row(i));
        }
        int width = kernels.tileWidth();
        float[] rough = new float[GROUPS_AT_A_TIME * width];
        for (int group = fromPick / PackedRows.GROUP; group < packed.groups(); group += GROUPS_AT_A_TIME) {
            int toGroup = Math.min(packed.groups(), group + GROUPS_AT_A_TIME);
            kernels.groupMinima(tile, packed, group, toGroup, rough);
            for (int i = from; i < to; i++) {
                lower(candidates, i, rough, i - from, group, toGroup);
            }
        }
    }

    private void lower(Candidates candidates, int i, float[] rough, int lane, int fromGroup, int toGroup) {
        int width = kernels.tileWidth();
        int row = candidates.row(i);
        double squaredNorm = rows.squaredNorm(row);
        double least = squaredNorm - DistanceKernels.roughError(rows.dimension(), Math.sqrt(squaredNorm), largestNorm);
        int nearest = 0;
        for (int group = 1; group < toGroup - fromGroup; group++) {
            if (rough[group * width + lane] < rough[nearest * width + lane]) {
                nearest = group;
            }
        }
        // The nearest group first: it usually lowers the distance so far that no other can.
        float distance = candidates.distance(i);
        if (rough[nearest * width + lane] + least <= distance) {
            distance = Math.min(distance, nearestInGroup(row, fromGroup + nearest));
            for (int group = 0; group < toGroup - fromGroup; group++) {
                if (rough[group * width + lane] + least <= distance && group != nearest) {
                    distance = Math.min(distance, nearestInGroup(row, fromGroup + group));
                }
            }
        }
        candidates.setDistance(i, distance);
    }

    private float nearestInGroup(int row, int group) {
        float nearest = Float.POSITIVE_INFINITY;
        int to = Math.min(count(), (group + 1) * PackedRows.GROUP);
        for (int i = group * PackedRows.GROUP; i < to; i++) {
            nearest = Math.min(nearest, squaredDistance(row, picked[i]));
        }
        return nearest;
    }
}
