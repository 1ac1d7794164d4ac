package io.loupe.vision.metric;

/**
 * How well a search puts first what belongs to the query. Its answer comes as one flag for each result, from the best
 * rank to the last: whether that result is relevant.
 */
public final class RetrievalMetrics {
    private RetrievalMetrics() {}

    /**
     * The mean, over the relevant results, of the precision from the top down to each of them: 1 when they all come
     * first. Not interpolated. O(n).
     *
     * @param relevant by rank, best first; every result, so that none is missed
     * @return 0..1; NaN when nothing is relevant
     */
    public static double averagePrecision(boolean[] relevant) {
        int found = 0;
        double precisions = 0;
        for (int rank = 1; rank <= relevant.length; rank++) {
            if (relevant[rank - 1]) {
                found++;
                precisions += (double) found / rank;
            }
        }
        return precisions / found;
    }

    /**
     * The share of the first {@code k} results that is relevant.
     *
     * @param relevant by rank, best first
     * @return 0..1
     * @throws IllegalArgumentException if there are not that many results
     */
    public static double precisionAt(int k, boolean[] relevant) {
        if (k < 1 || k > relevant.length) {
            throw new IllegalArgumentException("Precision at %d needs as many results, and there are %d; choose 1 to %d"
                    .formatted(k, relevant.length, relevant.length));
        }
        int found = 0;
        for (int rank = 0; rank < k; rank++) {
            found += relevant[rank] ? 1 : 0;
        }
        return (double) found / k;
    }
}
