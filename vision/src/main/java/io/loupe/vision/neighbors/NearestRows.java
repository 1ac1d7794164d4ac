package io.loupe.vision.neighbors;

/**
 * Exact search for the nearest rows of one matrix, the bank, by squared Euclidean distance.
 *
 * <p>Every implementation gives the true k nearest: distances are recomputed as sums of squared differences for the
 * rows it answers, and ties go to the lower row. Thread-safe.
 */
public interface NearestRows extends AutoCloseable {
    /** Rows and dimension of the bank. */
    int rows();

    int dimension();

    /**
     * The k nearest bank rows of every query, leaving out the rows of one range.
     *
     * <p>Cost O(queries * rows * dimension).
     *
     * @param queries shape [queries, dimension]
     * @param excluded rows that count as absent; {@link RowRange#NONE} for a plain search
     * @throws IllegalArgumentException if the dimension differs, or fewer than k rows are left
     */
    Neighbors find(RowMatrix queries, int k, RowRange excluded);

    default Neighbors find(RowMatrix queries, int k) {
        return find(queries, k, RowRange.NONE);
    }

    @Override
    void close();
}
