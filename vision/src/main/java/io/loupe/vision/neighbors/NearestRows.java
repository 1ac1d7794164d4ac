package io.loupe.vision.neighbors;

/**
 * Exact search for the nearest rows of one matrix, the bank, by squared Euclidean distance.
 *
 * <p>Every implementation gives the true k nearest: distances are recomputed as sums of squared differences for the
 * rows it answers, and ties go to the lower row. Thread-safe. Values that are not a number, infinite, or too large to
 * square in float32 are refused, in the bank and in the queries.
 */
public interface NearestRows extends AutoCloseable {
    /**
     * Opens a search over a bank with the fastest implementation there is; all give the same answers.
     *
     * @param bank shape [rows, dimension]; kept, not copied
     * @throws IllegalArgumentException if the bank holds a value that is not finite
     */
    static NearestRows create(RowMatrix bank) {
        bank.requireMeasurable("Bank");
        return NearestRowsChoice.open(bank);
    }

    /**
     * Opens a search over a bank that is open already and a few rows more, numbered on from the bank's. Ready at once, where
     * {@link #create} would prepare all of the bank again.
     *
     * @param more shape [rows, dimension]; kept, not copied
     * @throws IllegalArgumentException if the dimensions differ, or a value is not finite
     */
    static NearestRows joined(NearestRows bank, RowMatrix more) {
        more.requireMeasurable("Bank");
        return new JoinedNearestRows(bank, few(more));
    }

    /** Opens a search over a few rows, ready at once. */
    static NearestRows few(RowMatrix rows) {
        return GroupedNearestRows.over(rows, RowShortening.NONE, DistanceKernels.fastest());
    }

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
     * @throws IllegalArgumentException if the dimension differs, a query is not finite, or fewer than k rows are left
     */
    Neighbors find(RowMatrix queries, int k, RowRange excluded);

    default Neighbors find(RowMatrix queries, int k) {
        return find(queries, k, RowRange.NONE);
    }

    @Override
    void close();
}
