package io.loupe.vision.neighbors;

import java.util.stream.IntStream;

/**
 * Every distance computed one by one in plain Java: the reference for the other implementations, and the fallback where
 * the Vector API is not there. Needs no memory beside the bank.
 */
final class ScalarNearestRows implements NearestRows {
    private final RowMatrix bank;

    ScalarNearestRows(RowMatrix bank) {
        this.bank = bank;
    }

    @Override
    public int rows() {
        return bank.rows();
    }

    @Override
    public int dimension() {
        return bank.dimension();
    }

    @Override
    public Neighbors find(RowMatrix queries, int k, RowRange excluded) {
        SearchArguments.check(bank, queries, k, excluded);
        int[] rows = new int[queries.rows() * k];
        float[] squaredDistances = new float[rows.length];
        IntStream.range(0, queries.rows()).parallel().forEach(query -> {
            NearestList nearest = new NearestList(k);
            for (int row = 0; row < bank.rows(); row++) {
                if (!excluded.contains(row)) {
                    nearest.offer(row, squaredDistance(queries, query, row));
                }
            }
            nearest.copyTo(rows, squaredDistances, query * k);
        });
        return Neighbors.wrap(k, rows, squaredDistances);
    }

    /** Summed in double and rounded once, so that the order of the terms does not show. */
    private float squaredDistance(RowMatrix queries, int query, int row) {
        int dimension = bank.dimension();
        float[] left = queries.values();
        float[] right = bank.values();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double difference = (double) left[query * dimension + i] - right[row * dimension + i];
            sum += difference * difference;
        }
        return (float) sum;
    }

    @Override
    public void close() {}
}
