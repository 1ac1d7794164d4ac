package io.loupe.vision.neighbors;

import java.util.stream.IntStream;

/**
 * Exact search on top of rough {@link GroupMinima}: filter and refine.
 *
 * <p>A matrix product gives, for each query, the rough distance to the nearest row of every group of 16 rows. The k-th
 * smallest of these bounds the k-th smallest distance from above, because k different groups hold a row at least as
 * near. So every row of the answer lies in a group whose rough distance is within that bound plus twice the rounding
 * error, and only the rows of those few groups are measured exactly: the answer is that of a full scan to the bit.
 *
 * <p>The full distance matrix never exists: a sixteenth of it does, for at most {@link #CHUNK_FLOATS} values at a time.
 */
public final class GroupedNearestRows implements NearestRows {
    /** 16 MiB: small beside a bank, large enough to keep all cores at work. */
    private static final int CHUNK_FLOATS = 4 << 20;

    /** Packed queries take memory too. */
    private static final int MOST_QUERIES = 2048;

    /** Below so many queries, measuring everything exactly is faster than filling tiles with nothing. */
    private static final int FEW_QUERIES = 8;

    private final RowMatrix bank;
    private final GroupMinima minima;
    private final DistanceKernels kernels;
    private final double largestNorm;

    /**
     * A search over a bank, refined with the fastest kernels there are.
     *
     * @param minima over the same bank; closed with this search
     */
    public GroupedNearestRows(RowMatrix bank, GroupMinima minima) {
        this(bank, minima, DistanceKernels.fastest());
    }

    GroupedNearestRows(RowMatrix bank, GroupMinima minima, DistanceKernels kernels) {
        this.bank = bank;
        this.minima = minima;
        this.kernels = kernels;
        this.largestNorm = Math.sqrt(IntStream.range(0, bank.rows())
                .mapToDouble(bank::squaredNorm)
                .max()
                .orElse(0));
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
        if (queries.rows() < FEW_QUERIES) {
            return new ScanNearestRows(bank, kernels).find(queries, k, excluded);
        }
        NeighborsBuilder found = new NeighborsBuilder(queries.rows(), k);
        int groups = (bank.rows() + PackedRows.GROUP - 1) / PackedRows.GROUP;
        int chunk = Math.min(Math.min(queries.rows(), MOST_QUERIES), Math.max(FEW_QUERIES, CHUNK_FLOATS / groups));
        float[] rough = new float[Math.multiplyExact(groups, chunk)];
        for (int from = 0; from < queries.rows(); from += chunk) {
            int fromQuery = from;
            int count = Math.min(chunk, queries.rows() - from);
            minima.compute(queries, fromQuery, fromQuery + count, rough);
            IntStream.range(0, count).parallel().forEach(column -> {
                int query = fromQuery + column;
                double norm = Math.sqrt(queries.squaredNorm(query));
                double bound = roughBound(rough, groups, count, column, k, excluded)
                        + 2 * DistanceKernels.roughError(dimension(), norm, largestNorm);
                NearestList nearest = new NearestList(k);
                for (int group = 0; group < groups; group++) {
                    if (rough[group * count + column] <= bound) {
                        offerGroup(queries, query, group, excluded, nearest);
                    }
                }
                found.set(query, nearest);
            });
        }
        return found.build();
    }

    /** The k-th smallest rough distance; a group that excluded rows reach into vouches for nothing. */
    private static double roughBound(float[] rough, int groups, int count, int column, int k, RowRange excluded) {
        NearestList smallest = new NearestList(k);
        for (int group = 0; group < groups; group++) {
            int firstRow = group * PackedRows.GROUP;
            boolean reachedInto = firstRow < excluded.to() && firstRow + PackedRows.GROUP > excluded.from();
            if (!reachedInto || excluded.count() == 0) {
                smallest.offer(group, rough[group * count + column]);
            }
        }
        return smallest.farthest();
    }

    private void offerGroup(RowMatrix queries, int query, int group, RowRange excluded, NearestList nearest) {
        int dimension = bank.dimension();
        int to = Math.min(bank.rows(), (group + 1) * PackedRows.GROUP);
        for (int row = group * PackedRows.GROUP; row < to; row++) {
            if (!excluded.contains(row)) {
                float squaredDistance = kernels.squaredDistance(
                        queries.values(), query * dimension, bank.values(), row * dimension, dimension);
                nearest.offer(row, squaredDistance);
            }
        }
    }

    @Override
    public void close() {
        minima.close();
    }
}
