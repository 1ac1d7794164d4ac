package io.loupe.vision.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.loupe.testkit.Seeded;
import io.loupe.vision.golden.GoldenMatrices;
import io.loupe.vision.group.PictureGroups;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
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
        assertThat(UpperBound.conformal(WeightedValues.of(ranks), rate)).hasValue(rank);
    }

    @ParameterizedTest
    @CsvSource({"98, 0.01", "18, 0.05", "2, 0.3"})
    void conformalBoundIsMissingWhereTooFewValuesAreSeen(int count, double rate) {
        double[] ranks = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        assertThat(UpperBound.conformal(WeightedValues.of(ranks), rate)).isEmpty();
        assertThat(UpperBound.of(WeightedValues.of(ranks), rate).extrapolated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive", "with-zero", "two"})
    void predictionLimitAgreesWithScipy(String name) {
        GoldenMatrices golden = GoldenMatrices.read("threshold/distributions.tsv");
        for (double[] limit : golden.matrix("limits-" + name)) {
            assertThat(UpperBound.predictionLimit(WeightedValues.of(golden.matrix("scores-" + name)[0]), limit[0]))
                    .isCloseTo(limit[1], withinPercentage(1e-7));
        }
    }

    @Test
    void higherBoundIsUsed() {
        double[] heavyTail = new double[99];
        Arrays.fill(heavyTail, 1);
        heavyTail[97] = 1.001;
        heavyTail[98] = 50;
        assertThat(UpperBound.of(WeightedValues.of(heavyTail), 0.01)).isEqualTo(new UpperBound(50, false));

        double[] lightTail =
                IntStream.range(0, 99).mapToDouble(i -> 1 + i / 98.0).toArray();
        assertThat(UpperBound.of(WeightedValues.of(lightTail), 0.01).value())
                .isEqualTo(UpperBound.predictionLimit(WeightedValues.of(lightTail), 0.01))
                .isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -3, 0})
    void equalValuesAreTheirOwnBound(double value) {
        assertThat(UpperBound.of(WeightedValues.of(new double[] {value, value, value}), 0.01)
                        .value())
                .isEqualTo(value);
    }

    @Seeded
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.3})
    void pictureThatIsThereTwiceChangesNoBound(double rate, Random random) {
        double[] once = random.doubles(120, 1, 2).sorted().toArray();
        double[] doubled = Arrays.stream(once)
                .flatMap(value -> DoubleStream.of(value, value))
                .toArray();
        PictureGroups pairs = new PictureGroups(Collections.nCopies(once.length, 2));

        UpperBound expected = UpperBound.of(WeightedValues.of(once), rate);
        UpperBound actual = UpperBound.of(WeightedValues.of(doubled, pairs), rate);
        assertThat(actual.value()).isCloseTo(expected.value(), withinPercentage(1e-9));
        assertThat(actual.extrapolated()).isEqualTo(expected.extrapolated());
    }

    /** Every part has a value of its own, about which the values of its pictures lie. */
    @Seeded
    @ParameterizedTest
    @CsvSource({"99, 0.01", "40, 0.05"})
    void conformalBoundKeepsItsRateForPicturesOfNewParts(int parts, double rate, Random random) {
        int rounds = 4_000;
        int exceeded = 0;
        for (int round = 0; round < rounds; round++) {
            List<Integer> sizes = random.ints(parts, 1, 5).boxed().toList();
            double[] values = sizes.stream()
                    .flatMapToDouble(size -> {
                        double part = random.nextGaussian();
                        return random.doubles(size).map(ignored -> part + 0.5 * random.nextGaussian());
                    })
                    .toArray();
            double bound = UpperBound.conformal(WeightedValues.of(values, new PictureGroups(sizes)), rate)
                    .orElseThrow();
            exceeded += random.nextGaussian() + 0.5 * random.nextGaussian() > bound ? 1 : 0;
        }
        double deviation = Math.sqrt(rate * (1 - rate) / rounds);
        assertThat((double) exceeded / rounds).isBetween(rate / 3, rate + 4 * deviation);
    }

    @Test
    void hugeSpreadStaysFinite() {
        assertThat(UpperBound.of(WeightedValues.of(new double[] {1e-300, 1e300}), 0.01)
                        .value())
                .isEqualTo(Double.MAX_VALUE);
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
            sum += 1 - UpperBound.conformal(WeightedValues.of(values), rate).orElseThrow();
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
                            > UpperBound.of(WeightedValues.of(values), rate).value()
                    ? 1
                    : 0;
        }
        double deviation = Math.sqrt(rate * (1 - rate) / rounds);
        assertThat((double) exceeded / rounds).isBetween(rate / 5, rate + 5 * deviation);
    }
}
