package io.loupe.vision.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.loupe.testkit.Seeded;
import io.loupe.vision.golden.GoldenMatrices;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpperBoundTest {
    @ParameterizedTest
    @CsvSource({"99, 0.01, 99", "199, 0.01, 198", "19, 0.05, 19", "100, 0.05, 96", "99, 0.29, 71", "999, 0.001, 999"})
    void conformalBoundIsTheOrderStatistic(int count, double rate, double rank) {
        double[] ranks = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        assertThat(UpperBound.conformal(ranks, rate)).hasValue(rank);
    }

    @ParameterizedTest
    @CsvSource({"98, 0.01", "18, 0.05", "2, 0.3"})
    void conformalBoundIsMissingWhereTooFewValuesAreSeen(int count, double rate) {
        double[] ranks = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        assertThat(UpperBound.conformal(ranks, rate)).isEmpty();
        assertThat(UpperBound.of(ranks, rate).extrapolated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive", "with-zero", "two"})
    void predictionLimitAgreesWithScipy(String name) {
        GoldenMatrices golden = GoldenMatrices.read("threshold/distributions.tsv");
        for (double[] limit : golden.matrix("limits-" + name)) {
            assertThat(UpperBound.predictionLimit(golden.matrix("scores-" + name)[0], limit[0]))
                    .isCloseTo(limit[1], withinPercentage(1e-7));
        }
    }

    @Test
    void higherBoundIsUsed() {
        double[] heavyTail = new double[99];
        Arrays.fill(heavyTail, 1);
        heavyTail[97] = 1.001;
        heavyTail[98] = 50;
        assertThat(UpperBound.of(heavyTail, 0.01)).isEqualTo(new UpperBound(50, false));

        double[] lightTail =
                IntStream.range(0, 99).mapToDouble(i -> 1 + i / 98.0).toArray();
        assertThat(UpperBound.of(lightTail, 0.01).value())
                .isEqualTo(UpperBound.predictionLimit(lightTail, 0.01))
                .isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -3, 0})
    void equalValuesAreTheirOwnBound(double value) {
        assertThat(UpperBound.of(new double[] {value, value, value}, 0.01).value())
                .isEqualTo(value);
    }

    @Test
    void hugeSpreadStaysFinite() {
        assertThat(UpperBound.of(new double[] {1e-300, 1e300}, 0.01).value()).isEqualTo(Double.MAX_VALUE);
    }

    /** For uniform values a bound b is exceeded at the rate 1 - b; the mean of that has a known value and deviation. */
    @Seeded
    @ParameterizedTest
    @CsvSource({"99, 0.01", "250, 0.01", "40, 0.05"})
    void conformalBoundKeepsItsRate(int count, double rate, Random random) {
        int rounds = 4_000;
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            double[] values = random.doubles(count).sorted().toArray();
            sum += 1 - UpperBound.conformal(values, rate).orElseThrow();
        }
        double expected = Math.floor((count + 1) * rate + 1e-9) / (count + 1);
        double deviation = Math.sqrt(expected * (1 - expected) / (count + 2) / rounds);
        assertThat(expected).isLessThanOrEqualTo(rate + 1e-12);
        assertThat(sum / rounds).isCloseTo(expected, within(5 * deviation));
    }

    @Seeded
    @ParameterizedTest
    @CsvSource({"5, 0.01", "20, 0.01", "40, 0.01", "20, 0.05"})
    void boundOfFewLogNormalValuesKeepsItsRate(int count, double rate, Random random) {
        int rounds = 10_000;
        int exceeded = 0;
        for (int round = 0; round < rounds; round++) {
            double[] values = random.doubles(count)
                    .map(ignored -> Math.exp(0.3 * random.nextGaussian()))
                    .sorted()
                    .toArray();
            exceeded += Math.exp(0.3 * random.nextGaussian())
                            > UpperBound.of(values, rate).value()
                    ? 1
                    : 0;
        }
        double deviation = Math.sqrt(rate * (1 - rate) / rounds);
        assertThat((double) exceeded / rounds).isBetween(rate / 5, rate + 5 * deviation);
    }
}
