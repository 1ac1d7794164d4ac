package io.loupe.vision.metric;

import java.util.Arrays;

/** The area under the ROC curve of two samples of scores. */
public final class Auroc {
    private Auroc() {}

    /**
     * The chance that a positive scores higher than a negative, ties counting half: the statistic of Mann and Whitney.
     * Cost O(n log n).
     *
     * @param negatives scores without NaN; not changed
     * @param positives scores without NaN; not changed
     * @return 0 to 1; NaN where one of the samples is empty
     */
    public static double of(float[] negatives, float[] positives) {
        float[] low = negatives.clone();
        float[] high = positives.clone();
        Arrays.sort(low);
        Arrays.sort(high);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (float score : high) {
            while (below < low.length && low[below] < score) {
                below++;
            }
            while (upTo < low.length && low[upTo] <= score) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return wins / ((double) low.length * high.length);
    }
}
