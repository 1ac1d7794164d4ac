package io.loupe.vision.neighbors;

import java.util.stream.IntStream;

/**
 * Computes every distance, one query after the other: the obvious way, best for few queries, and the reference for the
 * other implementations. Needs no memory beside the bank.
 */
final class ScanNearestRows implements NearestRows {
    private final RowMatrix bank;
    private final DistanceKernels kernels;

    ScanNearestRows(RowMatrix bank, DistanceKernels kernels) {
        this.bank = bank;
        this.kernels = kernels;
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
        NeighborsBuilder found = new NeighborsBuilder(queries.rows(), k);
        IntStream.range(0, queries.rows()).parallel().forEach(query -> {
            NearestList nearest = new NearestList(k);
            for (int row = 0; row < bank.rows(); row++) {
                if (!excluded.contains(row)) {
                    nearest.offer(row, squaredDistance(queries, query, row));
                }
            }
            found.set(query, nearest);
        });
        return found.build();
    }

    private float squaredDistance(RowMatrix queries, int query, int row) {
        int dimension = bank.dimension();
        return kernels.squaredDistance(queries.values(), query * dimension, bank.values(), row * dimension, dimension);
    }

    @Override
    public void close() {}
}
