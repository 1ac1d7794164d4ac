package io.loupe.vision.coreset;

import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.Random;

/**
 * Chooses the rows that stand for all rows: greedy k-centre selection, as PatchCore does it.
 *
 * <p>Ten random rows are the start: every row's distance begins as the mean Euclidean distance to them. Then the
 * farthest row (the lowest index among equals) is picked, and every distance becomes the minimum of itself and the
 * distance to the pick, until enough are picked. The start rows themselves are picked only if they become the farthest.
 * A row is never picked twice. This is ApproximateGreedyCoresetSampler of [1]; without the start it is the
 * 2-approximation of Gonzalez [2].
 *
 * <p>[1] https://github.com/amazon-science/patchcore-inspection; [2] Gonzalez, Clustering to minimize the maximum
 * intercluster distance, 1985
 */
public final class GreedyCoreset {
    private static final int START_ROWS = 10;
    private static final float PICKED = -1;

    private GreedyCoreset() {}

    /**
     * The chosen rows in the order of their choice. Deterministic in the seed.
     *
     * @param rows shape [rows, dimension], usually projected by {@link RandomProjection}; not changed
     * @param count how many to choose, 1 to the number of rows
     * @param progress is told "choosing the coreset"
     * @return {@code count} different row indices
     */
    public static int[] select(RowMatrix rows, int count, long seed, Progress progress) {
        int starts = Math.min(START_ROWS, rows.rows());
        int[] startRows = new Random(seed)
                .ints(0, Math.max(1, rows.rows()))
                .distinct()
                .limit(starts)
                .toArray();
        return select(rows, count, startRows, progress);
    }

    /** As {@link #select(RowMatrix, int, long, Progress)}, with given start rows. */
    public static int[] select(RowMatrix rows, int count, int[] startRows, Progress progress) {
        if (count < 1 || count > rows.rows()) {
            throw new IllegalArgumentException(
                    "A coreset of %d rows cannot be chosen from %d rows".formatted(count, rows.rows()));
        }
        if (startRows.length == 0) {
            throw new IllegalArgumentException("A coreset needs at least one start row");
        }
        float[] distances = startDistances(rows, startRows);
        int[] picks = new int[count];
        for (int i = 0; i < count; i++) {
            int pick = farthest(distances);
            picks[i] = pick;
            for (int row = 0; row < distances.length; row++) {
                distances[row] = Math.min(distances[row], squaredDistance(rows, row, pick));
            }
            distances[pick] = PICKED;
            progress.report("choosing the coreset", i + 1, count);
        }
        return picks;
    }

    private static float[] startDistances(RowMatrix rows, int[] startRows) {
        float[] distances = new float[rows.rows()];
        for (int row = 0; row < distances.length; row++) {
            double sum = 0;
            for (int start : startRows) {
                sum += Math.sqrt(squaredDistance(rows, row, start));
            }
            double mean = sum / startRows.length;
            distances[row] = (float) (mean * mean);
        }
        return distances;
    }

    private static int farthest(float[] distances) {
        int best = 0;
        for (int row = 1; row < distances.length; row++) {
            if (distances[row] > distances[best]) {
                best = row;
            }
        }
        return best;
    }

    private static float squaredDistance(RowMatrix rows, int left, int right) {
        int dimension = rows.dimension();
        float[] values = rows.values();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double difference = (double) values[left * dimension + i] - values[right * dimension + i];
            sum += difference * difference;
        }
        return (float) sum;
    }
}
