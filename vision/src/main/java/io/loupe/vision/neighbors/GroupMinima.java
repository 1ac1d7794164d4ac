package io.loupe.vision.neighbors;

/**
 * How near each group of 16 successive bank rows comes to each query, roughly: the matrix product inside
 * {@link GroupedNearestRows}, and all that another engine has to bring. Thread-safe.
 */
public interface GroupMinima extends AutoCloseable {
    /**
     * Computes, for every group and query, the minimum over the group's rows of {@code |row|^2 - 2 query.row} in
     * float32, whose error stays within that of summing the dimension's terms one by one.
     *
     * @param queries of the bank's dimension; rows {@code fromQuery} to {@code toQuery} (exclusive) are meant
     * @param minima written; shape [toQuery - fromQuery, groups]
     */
    void compute(RowMatrix queries, int fromQuery, int toQuery, float[] minima);

    @Override
    void close();
}
