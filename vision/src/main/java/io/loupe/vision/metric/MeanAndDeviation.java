package io.loupe.vision.metric;

import java.util.Arrays;

/**
 * One metric over several categories or seeds.
 *
 * @param mean NaN of no values
 * @param deviation sample standard deviation (n - 1); NaN of fewer than two values
 * @param count how many values were defined
 */
public record MeanAndDeviation(double mean, double deviation, int count) {
    /** Of the values that are defined: those that are NaN are left out. */
    public static MeanAndDeviation of(double... values) {
        double[] defined =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(defined).average().orElse(Double.NaN);
        double squares = Arrays.stream(defined)
                .map(value -> value - mean)
                .map(d -> d * d)
                .sum();
        double deviation = defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1));
        return new MeanAndDeviation(mean, deviation, defined.length);
    }
}
