package io.loupe.vision.neighbors;

import java.util.stream.Stream;

/** Two banks searched as one: rows of the second are numbered on from those of the first. Closing it closes both. */
final class JoinedNearestRows implements NearestRows {
    private final NearestRows first;
    private final NearestRows second;

    JoinedNearestRows(NearestRows first, NearestRows second) {
        if (first.dimension() != second.dimension()) {
            throw new IllegalArgumentException("Rows of %d dimensions cannot be added to rows of %d"
                    .formatted(second.dimension(), first.dimension()));
        }
        this.first = first;
        this.second = second;
    }

    @Override
    public int rows() {
        return first.rows() + second.rows();
    }

    @Override
    public int dimension() {
        return first.dimension();
    }

    @Override
    public Neighbors find(RowMatrix queries, int k, RowRange excluded) {
        int offset = first.rows();
        requireLeft(k, excluded);
        RowRange inFirst = new RowRange(Math.min(excluded.from(), offset), Math.min(excluded.to(), offset));
        RowRange inSecond =
                new RowRange(Math.max(excluded.from(), offset) - offset, Math.max(excluded.to(), offset) - offset);
        NearestList[] nearest =
                Stream.generate(() -> new NearestList(k)).limit(queries.rows()).toArray(NearestList[]::new);
        offer(first, queries, inFirst, 0, k, nearest);
        offer(second, queries, inSecond, offset, k, nearest);
        NeighborsBuilder joined = new NeighborsBuilder(nearest.length, k);
        for (int query = 0; query < nearest.length; query++) {
            joined.set(query, nearest[query]);
        }
        return joined.build();
    }

    private void requireLeft(int k, RowRange excluded) {
        if (excluded.to() > rows()) {
            throw new IllegalArgumentException("Rows %d to %d cannot be left out of a bank of %d rows"
                    .formatted(excluded.from(), excluded.to(), rows()));
        }
        int left = rows() - excluded.count();
        if (k < 1 || k > left) {
            throw new IllegalArgumentException(
                    "k must be between 1 and the %d bank rows that are left after leaving out %d, got %d"
                            .formatted(left, excluded.count(), k));
        }
    }

    /** Offers what one of the banks finds, as far as it has rows left. */
    private static void offer(
            NearestRows bank, RowMatrix queries, RowRange excluded, int offset, int k, NearestList[] nearest) {
        int found = Math.min(k, bank.rows() - excluded.count());
        if (found == 0) {
            return;
        }
        Neighbors neighbors = bank.find(queries, found, excluded);
        for (int query = 0; query < nearest.length; query++) {
            for (int rank = 0; rank < found; rank++) {
                nearest[query].offer(offset + neighbors.row(query, rank), neighbors.squaredDistance(query, rank));
            }
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
