package io.loupe.vision.method.grid;

import java.util.Arrays;

/** A picture's score from the scores of its patches: the mean of a share of them, the highest. */
public final class HighestMean {
    private HighestMean() {}

    /**
     * The mean of the highest scores.
     *
     * @param scores of all patches, at least one; not changed
     * @param share how many of them, 0..1, rounded down, but one at least
     */
    public static double of(float[] scores, double share) {
        int count = Math.max(1, (int) (scores.length * share));
        float[] ascending = scores.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (int i = scores.length - count; i < scores.length; i++) {
            sum += ascending[i];
        }
        return sum / count;
    }
}
