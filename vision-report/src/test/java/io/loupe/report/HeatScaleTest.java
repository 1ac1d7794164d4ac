package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeatScaleTest {
    @Test
    void thresholdLiesInTheMiddleHoweverLopsidedTheScale() {
        HeatScale scale = new HeatScale(1, 2, 10);

        assertThat(scale.position(1)).isZero();
        assertThat(scale.position(2)).isEqualTo(0.5);
        assertThat(scale.position(10)).isEqualTo(1);
        assertThat(scale.position(6)).isEqualTo(0.75);
    }

    @Test
    void scoresBeyondTheEndsStayAtTheEnds() {
        HeatScale scale = new HeatScale(1, 2, 10);

        assertThat(scale.position(-5)).isZero();
        assertThat(scale.position(1e9)).isEqualTo(1);
    }

    @Test
    void scaleAroundAThresholdHasAsMuchRoomAboveAsBelow() {
        assertThat(HeatScale.around(1.5, 2.0).high()).isEqualTo(2.5, within(1e-12));
    }

    @Test
    void refusesAScaleThatDoesNotRise() {
        assertThatThrownBy(() -> new HeatScale(2, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A heat scale needs low < threshold < high, all finite, got 2.0, 2.0 and 3.0");
        assertThatThrownBy(() -> new HeatScale(0, Double.NaN, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeatScale(0, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
