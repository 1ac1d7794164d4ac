package io.loupe.vision.method.lof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well scores tell painted pictures from good ones, as the mean over kinds of the AUROC. It remembers what each picture
 * adds, so that two ways to score the same pictures can be compared: most of what is chance is common to both.
 *
 * <p>A picture adds the mean of how often its painted copies score above the good pictures, and how often it scores below
 * their painted copies. These are the structural components of [1], taken together because they come from one picture.
 * Immutable.
 *
 * <p>[1] DeLong, DeLong, Clarke-Pearson, Comparing the Areas under Two or More Correlated Receiver Operating Characteristic
 * Curves, 1988
 */
final class Separation {
    private final double[] shares;

    private Separation(double[] shares) {
        this.shares = shares;
    }

    /**
     * Counts wins, ties half. Cost O(kinds * pictures^2).
     *
     * @param clean the score of each good picture
     * @param painted for each kind of defect the scores of the same pictures, painted
     */
    static Separation of(double[] clean, List<double[]> painted) {
        double[] shares = new double[clean.length];
        double each = 1.0 / (2 * clean.length * painted.size());
        for (double[] kind : painted) {
            for (int i = 0; i < clean.length; i++) {
                for (int j = 0; j < clean.length; j++) {
                    double win = (1 + Math.signum(kind[i] - clean[j])) / 2;
                    shares[i] += each * win;
                    shares[j] += each * win;
                }
            }
        }
        return new Separation(shares);
    }

    double auroc() {
        return Arrays.stream(shares).average().orElseThrow();
    }

    /** Whether it is better by more than the standard error of the difference, which another draw of pictures would have. */
    boolean isClearlyBetterThan(Separation other) {
        int n = shares.length;
        double gain = auroc() - other.auroc();
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> 2 * (shares[i] - other.shares[i] - gain))
                .map(influence -> influence * influence)
                .sum();
        return gain > Math.sqrt(squares / (n - 1) / n);
    }
}
