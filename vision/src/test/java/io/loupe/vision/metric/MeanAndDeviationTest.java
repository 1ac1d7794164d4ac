package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MeanAndDeviationTest {
    @Test
    void leavesOutWhatIsNotDefined() {
        MeanAndDeviation summary = MeanAndDeviation.of(2, 4, Double.NaN, 4, 4, 5, 5, 7, 9);
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
        assertThat(summary.count()).isEqualTo(8);
    }

    @Test
    void oneValueHasNoDeviationAndNoneHasNoMean() {
        assertThat(MeanAndDeviation.of(3)).isEqualTo(new MeanAndDeviation(3, Double.NaN, 1));
        assertThat(MeanAndDeviation.of()).isEqualTo(new MeanAndDeviation(Double.NaN, Double.NaN, 0));
    }
}
