package io.loupe.vision.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.loupe.vision.golden.GoldenMatrices;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class DistributionsTest {
    private static final Percentage TOLERANCE = withinPercentage(1e-7);
    private static final GoldenMatrices GOLDEN = GoldenMatrices.read("threshold/distributions.tsv");

    @Test
    void betaAgreesWithScipy() {
        for (double[] row : GOLDEN.matrix("beta-cumulative")) {
            double probability = new BetaDistribution(row[0], row[1]).cumulative(row[2]);
            if (row[3] < 1e-300) {
                assertThat(probability).isLessThan(1e-290);
            } else {
                assertThat(probability)
                        .as("beta(%s, %s) at %s", row[0], row[1], row[2])
                        .isCloseTo(row[3], TOLERANCE);
            }
        }
    }

    @Test
    void betaQuantileInvertsItsProbability() {
        for (double probability : new double[] {1e-9, 0.01, 0.5, 0.95, 1 - 1e-9}) {
            BetaDistribution beta = new BetaDistribution(2.5, 17);
            assertThat(beta.cumulative(beta.quantile(probability))).isCloseTo(probability, TOLERANCE);
        }
    }

    @Test
    void studentAgreesWithScipy() {
        for (double[] row : GOLDEN.matrix("student-exceeded")) {
            assertThat(new StudentT((int) row[0]).exceededBy(row[1])).isCloseTo(row[2], TOLERANCE);
        }
    }

    @Test
    void clopperPearsonAgreesWithScipy() {
        for (double[] row : GOLDEN.matrix("clopper-pearson")) {
            assertThat(ClopperPearson.upperLimit((int) row[0], (int) row[1], 0.95))
                    .isCloseTo(row[2], TOLERANCE);
        }
    }

    @Test
    void binomialTailAgreesWithScipy() {
        for (double[] row : GOLDEN.matrix("binomial-at-least")) {
            double probability = new Binomial((int) row[1], row[2]).atLeast((int) row[0]);
            if (row[3] < 1e-300) {
                assertThat(probability).isLessThan(1e-290);
            } else {
                assertThat(probability)
                        .as("at least %s of %s with %s", row[0], row[1], row[2])
                        .isCloseTo(row[3], TOLERANCE);
            }
        }
    }

    @Test
    void refusesTrialsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binomial(0, 0.5))
                .withMessageContaining("got 0 and 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binomial(3, Double.NaN))
                .withMessageContaining("got 3 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binomial(3, 0.5).atLeast(4))
                .withMessage("In 3 trials nothing happens 4 times");
    }
}
