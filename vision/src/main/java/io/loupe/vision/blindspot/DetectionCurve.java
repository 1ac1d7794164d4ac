package io.loupe.vision.blindspot;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How the chance that a defect is found grows with its size, learned from trials: a logistic function of the logarithm of
 * the size with two unknowns, the size s95 at which 95 of 100 are found and the width of the rise. All pairs of a grid are
 * weighed by how well they explain the trials (Bayes' rule, all pairs equally likely before), so what is not known shows
 * as a wide interval, and no fit can fail. Sizes are chosen where the current belief has the rise, as in QUEST [1], because
 * trials that are always or never found teach nothing.
 *
 * <p>[1] A. B. Watson, D. G. Pelli: QUEST: A Bayesian adaptive psychometric method. Perception & Psychophysics 33, 1983.
 *
 * <p>Not thread-safe.
 */
final class DetectionCurve {
    private static final int SIZES = 112;
    private static final int WIDTHS = 9;
    private static final double LOWEST = Math.log(BlindSpots.SMALLEST / 2);
    private static final double STEP = (Math.log(4 * BlindSpots.LARGEST) - LOWEST) / (SIZES - 1);
    private static final double NARROWEST = 0.08;
    private static final double LOGIT_OF_RELIABLE = logit(BlindSpots.RELIABLE);

    /** Logarithms up to a constant, shape [SIZES, WIDTHS]. */
    private final double[] logWeights = new double[SIZES * WIDTHS];

    /**
     * One possible curve.
     *
     * @param logSize natural logarithm of s95
     * @param width of the rise, in the logarithm of the size
     */
    record Curve(double logSize, double width) {
        /** The chance that a defect of this size is found, 0..1. */
        double chance(double size) {
            return 1 / (1 + Math.exp(-(LOGIT_OF_RELIABLE + (Math.log(size) - logSize) / width)));
        }

        /** The size at which this share, above 0 and below 1, is found. */
        double sizeFor(double chance) {
            return Math.exp(logSize + width * (logit(chance) - LOGIT_OF_RELIABLE));
        }
    }

    private static double logit(double chance) {
        return Math.log(chance / (1 - chance));
    }

    private static Curve curve(int pair) {
        int size = pair / WIDTHS;
        return new Curve(LOWEST + size * STEP, NARROWEST * Math.pow(1.5, pair % WIDTHS));
    }

    /** Learns from one trial. */
    void observe(double size, boolean found) {
        for (int pair = 0; pair < logWeights.length; pair++) {
            double chance = Math.clamp(curve(pair).chance(size), 1e-6, 1 - 1e-6);
            logWeights[pair] += Math.log(found ? chance : 1 - chance);
        }
    }

    /** One of the possible curves, as likely as it is. */
    Curve draw(RandomGenerator random) {
        double[] weights = weights();
        double left = random.nextDouble();
        int pair = 0;
        while (pair < weights.length - 1 && left >= weights[pair]) {
            left -= weights[pair++];
        }
        return curve(pair);
    }

    /** What is known of s95. */
    SmallestFound smallest() {
        return new SmallestFound(sizeAt(0.5), sizeAt(0.05), sizeAt(0.95));
    }

    /** The curve that explains the trials best. */
    Curve best() {
        int best = 0;
        for (int pair = 1; pair < logWeights.length; pair++) {
            best = logWeights[pair] > logWeights[best] ? pair : best;
        }
        return curve(best);
    }

    /** The size that s95 does not exceed with this probability. */
    private double sizeAt(double probability) {
        double[] weights = weights();
        double sum = 0;
        int pair = 0;
        while (pair < weights.length && sum < probability) {
            sum += weights[pair++];
        }
        return BlindSpots.orBeyond(Math.exp(curve(Math.max(0, pair - 1)).logSize()));
    }

    private double[] weights() {
        double highest = Arrays.stream(logWeights).max().orElseThrow();
        double[] weights = Arrays.stream(logWeights)
                .map(weight -> Math.exp(weight - highest))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
