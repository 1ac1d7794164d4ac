package io.loupe.vision.threshold;

/** Student's t distribution of some degrees of freedom. */
record StudentT(int degreesOfFreedom) {
    /**
     * The value that is exceeded with a probability.
     *
     * @param probability above 0 and below 0.5
     */
    double exceededBy(double probability) {
        double x = new BetaDistribution(degreesOfFreedom / 2.0, 0.5).quantile(2 * probability);
        return Math.sqrt(degreesOfFreedom * (1 - x) / x);
    }
}
