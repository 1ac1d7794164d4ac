package io.loupe.vision.threshold;

/**
 * The exact limit of a rate that was seen k times in n trials [1].
 *
 * <p>[1] C. J. Clopper, E. S. Pearson: The use of confidence or fiducial limits illustrated in the case of the binomial.
 * Biometrika 26, 1934.
 */
final class ClopperPearson {
    private ClopperPearson() {}

    /**
     * The one-sided upper limit: with this confidence the true rate is not higher.
     *
     * @param seen how often it happened, 0 to {@code trials}
     */
    static double upperLimit(int seen, int trials, double confidence) {
        return seen == trials ? 1 : new BetaDistribution(seen + 1, trials - seen).quantile(confidence);
    }
}
