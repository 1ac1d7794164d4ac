package io.loupe.vision.threshold;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A value that a new good part exceeds with at most a given probability, from the values of n others.
 *
 * <p>Two bounds. The <em>conformal</em> one is the ceil((n + 1) (1 - rate))-th smallest value: it holds for any
 * distribution, as long as the new part is exchangeable with the others, but needs n of at least 1 / rate - 1 [1]. The
 * <em>log-t</em> one is the prediction limit of a log-normal distribution, exp(m + t s sqrt(1 + 1 / n)), which needs two
 * parts only and takes the shape of the tail on trust. We make its s a tenth larger, because the limit without that
 * rejected 1.6 to 1.8 % of simulated good parts where 1 % was asked for. The higher of the two is used. Where several
 * pictures show one part, n is the number of parts ({@link WeightedValues}).
 *
 * <p>Where a value is not positive there is no logarithm, and the limit of a normal distribution takes its place, m + t
 * s sqrt(1 + 1 / n).
 *
 * <p>[1] V. Vovk, A. Gammerman, G. Shafer: Algorithmic Learning in a Random World. Springer, 2005, chapter 2.
 *
 * @param value not exceeded
 * @param extrapolated whether n was too small for the conformal bound
 */
record UpperBound(double value, boolean extrapolated) {
    private static final double INFLATION = 1.1;

    /** @param values of at least two parts, finite */
    static UpperBound of(WeightedValues values, double rate) {
        double prediction = predictionLimit(values, rate);
        OptionalDouble conformal = conformal(values, rate);
        return new UpperBound(Math.max(prediction, conformal.orElse(prediction)), conformal.isEmpty());
    }

    /** Empty where there are too few parts for the rate. */
    static OptionalDouble conformal(WeightedValues values, double rate) {
        // How many may lie above, forgiving a product such as 0.29 * 100 that comes out just below a whole number. The
        // new
        // part is one of them.
        double above = (values.parts() + 1) * rate + 1e-9 - 1;
        return above < 0 ? OptionalDouble.empty() : OptionalDouble.of(values.lowestExceededBy(above));
    }

    static double predictionLimit(WeightedValues values, double rate) {
        if (values.lowest() == values.highest()) {
            return values.highest(); // no rounding, so that the same score again is not above it
        }
        double limit = values.lowest() > 0
                ? Math.exp(normalPredictionLimit(Math::log, values, rate))
                : normalPredictionLimit(value -> value, values, rate);
        return Math.min(limit, Double.MAX_VALUE);
    }

    private static double normalPredictionLimit(DoubleUnaryOperator scale, WeightedValues values, double rate) {
        int n = values.parts();
        double deviation = INFLATION * values.deviation(scale);
        return values.mean(scale) + new StudentT(n - 1).exceededBy(rate) * deviation * Math.sqrt(1 + 1.0 / n);
    }
}
