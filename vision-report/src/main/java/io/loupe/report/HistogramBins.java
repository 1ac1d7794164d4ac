package io.loupe.report;

import io.loupe.vision.threshold.Threshold;
import java.util.Arrays;

/** Equal bins over all scores and thresholds. */
record HistogramBins(double from, double width, int count) {
    private static final int MIN_COUNT = 8;
    private static final int MAX_COUNT = 30;

    static HistogramBins around(double[] good, double[] defective, Threshold threshold) {
        double[] all = Arrays.copyOf(good, good.length + defective.length + 2);
        System.arraycopy(defective, 0, all, good.length, defective.length);
        all[all.length - 2] = threshold.warnScore();
        all[all.length - 1] = threshold.failScore();
        double lowest = Arrays.stream(all).min().orElseThrow();
        double highest = Arrays.stream(all).max().orElseThrow();
        double span = Math.max(highest - lowest, 1e-6 * Math.max(1, Math.abs(highest)));
        int count = Math.clamp((int) Math.ceil(2 * Math.sqrt(all.length)), MIN_COUNT, MAX_COUNT);
        return new HistogramBins(lowest - 0.01 * span, 1.02 * span / count, count);
    }

    /** The count of the fullest bin. */
    int highest(double[] scores) {
        return Arrays.stream(counts(scores)).max().orElse(0);
    }

    private int[] counts(double[] scores) {
        int[] counts = new int[count];
        for (double score : scores) {
            counts[Math.clamp((int) ((score - from) / width), 0, count - 1)]++;
        }
        return counts;
    }

    /** Where the stairs of {@link #outlineY} turn. */
    double[] outlineX() {
        double[] x = new double[2 * count + 2];
        for (int corner = 0; corner < x.length; corner++) {
            x[corner] = from + width * Math.floorDiv(corner, 2);
        }
        return x;
    }

    /** The stairs of the histogram: up and down at every edge of a bin. */
    double[] outlineY(double[] scores) {
        int[] counts = counts(scores);
        double[] y = new double[2 * count + 2];
        for (int bin = 0; bin < count; bin++) {
            y[2 * bin + 1] = counts[bin];
            y[2 * bin + 2] = counts[bin];
        }
        return y;
    }
}
