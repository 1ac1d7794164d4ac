package io.loupe.vision.neighbors;

import java.util.Arrays;

/** The kernels in plain Java: the reference for their Vector API twin. */
final class ScalarDistanceKernels implements DistanceKernels {
    private static final int WIDTH = 48;

    @Override
    public int tileWidth() {
        return WIDTH;
    }

    @Override
    public float squaredDistance(float[] left, int leftOffset, float[] right, int rightOffset, int dimension) {
        double[] sums = new double[8];
        addSquares(left, leftOffset, right, rightOffset, 0, dimension, sums);
        return total(sums);
    }

    /** Adds the terms from {@code from} (a multiple of 8) to the end to their partial sums. */
    static void addSquares(
            float[] left, int leftOffset, float[] right, int rightOffset, int from, int dimension, double[] sums) {
        for (int i = from; i < dimension; i++) {
            double difference = (double) left[leftOffset + i] - right[rightOffset + i];
            sums[i & 7] += difference * difference;
        }
    }

    static float total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return (float) total;
    }

    @Override
    public void groupMinima(RowTile tile, PackedRows rows, int fromGroup, int toGroup, float[] minima) {
        float[] sums = new float[WIDTH];
        Arrays.fill(minima, 0, (toGroup - fromGroup) * WIDTH, Float.POSITIVE_INFINITY);
        for (int row = fromGroup * PackedRows.GROUP; row < toGroup * PackedRows.GROUP; row++) {
            Arrays.fill(sums, rows.squaredNorms()[row]);
            addProducts(tile.values(), rows, row, sums);
            int group = row / PackedRows.GROUP - fromGroup;
            for (int lane = 0; lane < WIDTH; lane++) {
                minima[group * WIDTH + lane] = Math.min(minima[group * WIDTH + lane], sums[lane]);
            }
        }
    }

    /** The inner loop runs over lanes, so that the compiler can vectorise it. */
    private static void addProducts(float[] tile, PackedRows rows, int row, float[] sums) {
        int start = row / PackedRows.PANEL * PackedRows.PANEL * rows.dimension() + row % PackedRows.PANEL;
        for (int i = 0; i < rows.dimension(); i++) {
            float value = rows.panels()[start + i * PackedRows.PANEL];
            for (int lane = 0; lane < WIDTH; lane++) {
                sums[lane] += value * tile[i * WIDTH + lane];
            }
        }
    }

    @Override
    public void roughDistances(float[] query, int queryOffset, PackedRows rows, int group, float[] distances) {
        for (int i = 0; i < PackedRows.GROUP; i++) {
            int row = group * PackedRows.GROUP + i;
            int start = row / PackedRows.PANEL * PackedRows.PANEL * rows.dimension() + row % PackedRows.PANEL;
            float product = 0;
            for (int j = 0; j < rows.dimension(); j++) {
                product += query[queryOffset + j] * rows.panels()[start + j * PackedRows.PANEL];
            }
            distances[i] = rows.squaredNorms()[row] - 2 * product;
        }
    }

    @Override
    public int nextAtMost(float limit, float[] values, int from, int to) {
        int at = from;
        while (at < to && !(values[at] <= limit)) {
            at++;
        }
        return at;
    }
}
