package io.loupe.vision.threshold;

/**
 * How often something happens in n independent trials, each with the same probability.
 *
 * @param trials n, at least 1
 * @param probability of each, 0..1
 */
public record Binomial(int trials, double probability) {
    public Binomial {
        if (trials < 1 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "A binomial distribution needs at least 1 trial and a probability of 0 to 1, got %d and %s"
                            .formatted(trials, probability));
        }
    }

    /**
     * The probability that it happens at least {@code count} times: the p-value of the exact one-sided test that the
     * probability is no higher.
     *
     * @param count 0 to {@code trials}
     */
    public double atLeast(int count) {
        if (count < 0 || count > trials) {
            throw new IllegalArgumentException("In %d trials nothing happens %d times".formatted(trials, count));
        }
        return count == 0 ? 1 : new BetaDistribution(count, trials - count + 1.0).cumulative(probability);
    }
}
