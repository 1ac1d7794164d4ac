package io.loupe.vision.neighbors;

import java.util.stream.IntStream;

/**
 * Exact search on top of rough {@link GroupMinima}: filter and refine.
 *
 * <p>A matrix product gives, for each query, a lower bound of the distance to the nearest row of every group of 16 rows,
 * but for a rounding error whose size is known. The groups with the k lowest bounds are measured exactly; after that, only
 * groups whose bound is not above the k-th smallest distance so far can hold anything nearer, and only those are measured
 * too: the answer is that of a full scan to the bit. The product may be one of {@linkplain RowShortening shortened} rows,
 * which makes bounds a little lower and the product much smaller.
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
    /** The bank's rows in the order of the groups. */
    private final int[] order;

    private final PackedRows packed;
    private final RowShortening shortening;
    private final GroupMinima minima;
    private final DistanceKernels kernels;
    private final double largestNorm;

    /**
     * A search over a bank, refined with the fastest kernels there are.
     *
     * @param minima over the same bank; closed with this search
     */
    public GroupedNearestRows(RowMatrix bank, GroupMinima minima) {
        this(bank, inOrder(bank), PackedRows.of(bank), RowShortening.NONE, minima, DistanceKernels.fastest());
    }

    private GroupedNearestRows(
            RowMatrix bank,
            int[] order,
            PackedRows packed,
            RowShortening shortening,
            GroupMinima minima,
            DistanceKernels kernels) {
        this.bank = bank;
        this.order = order;
        this.packed = packed;
        this.shortening = shortening;
        this.minima = minima;
        this.kernels = kernels;
        this.largestNorm = Math.sqrt(IntStream.range(0, bank.rows())
                .mapToDouble(bank::squaredNorm)
                .max()
                .orElse(0));
    }

    /** A search that passes over shortened rows by the same kernels that it is refined with. */
    static GroupedNearestRows over(RowMatrix bank, RowShortening shortening, DistanceKernels kernels) {
        RowMatrix shortened = shortening.shorten(bank);
        if (shortened == bank) {
            PackedRows packed = PackedRows.of(bank);
            return new GroupedNearestRows(
                    bank, inOrder(bank), packed, shortening, new TiledGroupMinima(packed, kernels), kernels);
        }
        int[] order = KdOrder.of(shortened, PackedRows.GROUP); // fewer groups reach close to a query
        TiledGroupMinima minima = new TiledGroupMinima(PackedRows.of(shortened.select(order)), kernels);
        return new GroupedNearestRows(bank, order, PackedRows.of(bank.select(order)), shortening, minima, kernels);
    }

    private static int[] inOrder(RowMatrix bank) {
        return IntStream.range(0, bank.rows()).toArray();
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
        RowMatrix shortened = shortening.shorten(queries);
        NeighborsBuilder found = new NeighborsBuilder(queries.rows(), k);
        int groups = groups();
        int chunk = Math.min(Math.min(queries.rows(), MOST_QUERIES), Math.max(FEW_QUERIES, CHUNK_FLOATS / groups));
        float[] rough = new float[Math.multiplyExact(groups, chunk)];
        for (int from = 0; from < queries.rows(); from += chunk) {
            int fromQuery = from;
            int count = Math.min(chunk, queries.rows() - from);
            minima.compute(shortened, fromQuery, fromQuery + count, rough);
            IntStream.range(0, count).parallel().forEach(i -> {
                int query = fromQuery + i;
                found.set(query, search(queries, query, k, excluded, rough, i * groups));
            });
        }
        return found.build();
    }

    /** @param bounds of the query's distances to all groups, from {@code offset}, less its squared norm; lost */
    private NearestList search(RowMatrix queries, int query, int k, RowRange excluded, float[] bounds, int offset) {
        int groups = groups();
        Refinement refinement = new Refinement(queries, query, k, excluded);
        for (int group : lowest(bounds, offset, groups, k)) {
            refinement.measure(group);
            bounds[offset + group] = Float.NaN; // not below anything
        }
        double error = shortening.roughError(dimension(), refinement.norm, largestNorm);
        int end = offset + groups;
        int at = offset;
        while ((at = kernels.nextAtMost(refinement.limit(error), bounds, at, end)) < end) {
            refinement.measure(at - offset);
            at++;
        }
        return refinement.nearest;
    }

    private int groups() {
        return (bank.rows() + PackedRows.GROUP - 1) / PackedRows.GROUP;
    }

    private int[] lowest(float[] bounds, int offset, int groups, int k) {
        NearestList lowest = new NearestList(Math.min(k, groups));
        int end = offset + groups;
        int at = offset;
        while ((at = kernels.nextAtMost(lowest.farthest(), bounds, at, end)) < end) {
            lowest.offer(at - offset, bounds[at]);
            at++;
        }
        return lowest.rows();
    }

    /** One query's nearest rows, group after group: roughly first, exactly where that cannot tell. */
    private final class Refinement {
        private final RowMatrix queries;
        private final int offset;
        private final RowRange excluded;
        private final double norm;
        private final double error;
        private final NearestList nearest;
        private final float[] rough = new float[PackedRows.GROUP];

        Refinement(RowMatrix queries, int query, int k, RowRange excluded) {
            this.queries = queries;
            this.offset = query * queries.dimension();
            this.excluded = excluded;
            this.norm = Math.sqrt(queries.squaredNorm(query));
            this.error = DistanceKernels.roughError(dimension(), norm, largestNorm);
            this.nearest = new NearestList(k);
        }

        /** What is above this, less the query's squared norm and wrong by such an error, is no nearer than what was found. */
        float limit(double roughError) {
            return Math.nextUp((float) (nearest.farthest() - norm * norm + roughError));
        }

        /** Takes those of a group's rows that can be among the nearest of all; the nearest first while any row can. */
        void measure(int group) {
            kernels.roughDistances(queries.values(), offset, packed, group, rough);
            while (!nearest.isFull()) {
                int lowest = lowest();
                if (rough[lowest] == Float.POSITIVE_INFINITY) {
                    return;
                }
                take(group, lowest);
            }
            float limit = limit(error);
            for (int i = 0; i < rough.length; i++) {
                if (rough[i] <= limit && rough[i] < Float.POSITIVE_INFINITY) {
                    take(group, i);
                    limit = limit(error);
                }
            }
        }

        private void take(int group, int i) {
            rough[i] = Float.POSITIVE_INFINITY;
            int row = order[group * PackedRows.GROUP + i];
            if (!excluded.contains(row)) {
                nearest.offer(row, squaredDistance(row));
            }
        }

        private int lowest() {
            int lowest = 0;
            for (int i = 1; i < rough.length; i++) {
                lowest = rough[i] < rough[lowest] ? i : lowest;
            }
            return lowest;
        }

        private float squaredDistance(int row) {
            int dimension = bank.dimension();
            return kernels.squaredDistance(queries.values(), offset, bank.values(), row * dimension, dimension);
        }
    }

    @Override
    public void close() {
        minima.close();
    }
}
