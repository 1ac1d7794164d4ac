package io.loupe.vision.threshold;

/**
 * The beta distribution, from which exact binomial limits and Student's t follow.
 *
 * <p>The cumulative probability is the regularised incomplete beta function by its continued fraction [1, 8.17.22],
 * evaluated by the modified Lentz method on the side where it converges fast; the gamma function is Stirling's series
 * [1, 5.11.1] above 10 and its recurrence below. Quantiles are found by halving the interval until no double lies
 * between its ends: slow beside Newton's method, but it cannot go astray, and thresholds are made rarely.
 *
 * <p>[1] NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov
 */
record BetaDistribution(double alpha, double beta) {
    private static final double PRECISION = 1e-16;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 100_000;

    /** Bernoulli numbers B(2k) / (2k (2k - 1)), k = 1 to 7. */
    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0
    };

    BetaDistribution {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException(
                    "A beta distribution needs positive parameters, got %s and %s".formatted(alpha, beta));
        }
    }

    /** The probability of a value up to x. */
    double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double power = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta());
        return x < (alpha + 1) / (alpha + beta + 2)
                ? power * continuedFraction(x, alpha, beta) / alpha
                : 1 - power * continuedFraction(1 - x, beta, alpha) / beta;
    }

    /** The value below which this share of the probability lies. */
    double quantile(double probability) {
        double low = 0;
        double high = 1;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double continuedFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return fraction;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private double logBeta() {
        return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
    }

    private static double logGamma(double x) {
        double shifted = x;
        double product = 1;
        while (shifted < 10) {
            product *= shifted;
            shifted++;
        }
        double series = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = series / (shifted * shifted) + STIRLING[k];
        }
        double stirling = (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI);
        return stirling + series / shifted - Math.log(product);
    }
}
