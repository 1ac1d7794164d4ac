package io.loupe.vision.neighbors;

/** The k nearest rows of each query: two tables of shape [queries, k], nearest first. */
public final class Neighbors {
    private final int k;
    private final int[] rows;
    private final float[] squaredDistances;

    private Neighbors(int k, int[] rows, float[] squaredDistances) {
        this.k = k;
        this.rows = rows;
        this.squaredDistances = squaredDistances;
    }

    /**
     * Takes over both arrays without copying.
     *
     * @param rows shape [queries, k], indices into the searched matrix
     * @param squaredDistances shape [queries, k], ascending within a query
     */
    public static Neighbors wrap(int k, int[] rows, float[] squaredDistances) {
        if (k < 1 || rows.length % k != 0 || rows.length != squaredDistances.length) {
            throw new IllegalArgumentException("Neighbours of k = %d do not fit %d rows and %d distances"
                    .formatted(k, rows.length, squaredDistances.length));
        }
        return new Neighbors(k, rows, squaredDistances);
    }

    public int queryCount() {
        return rows.length / k;
    }

    public int k() {
        return k;
    }

    /** Index of the {@code rank}-th nearest row (0 is the nearest) of a query. */
    public int row(int query, int rank) {
        return rows[query * k + rank];
    }

    /** Squared Euclidean distance to the {@code rank}-th nearest row (0 is the nearest) of a query. */
    public float squaredDistance(int query, int rank) {
        return squaredDistances[query * k + rank];
    }
}
