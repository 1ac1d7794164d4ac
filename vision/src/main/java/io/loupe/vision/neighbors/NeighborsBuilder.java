package io.loupe.vision.neighbors;

/** Gathers the answers to the queries of one search; different queries may be set from different threads. */
final class NeighborsBuilder {
    private final int k;
    private final int[] rows;
    private final float[] squaredDistances;

    NeighborsBuilder(int queries, int k) {
        this.k = k;
        this.rows = new int[Math.multiplyExact(queries, k)];
        this.squaredDistances = new float[rows.length];
    }

    void set(int query, NearestList nearest) {
        nearest.copyTo(rows, squaredDistances, query * k);
    }

    Neighbors build() {
        return Neighbors.wrap(k, rows, squaredDistances);
    }
}
