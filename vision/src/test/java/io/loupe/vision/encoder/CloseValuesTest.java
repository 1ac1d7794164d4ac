package io.loupe.vision.encoder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CloseValuesTest {
    @Test
    void acceptsWhatLiesWithinTheTolerance() {
        assertThatCode(() -> CloseValues.assertClose(new float[] {1, 100}, new float[] {1.01f, 101}, 0.01))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstValueBeyondTheTolerance() {
        assertThatThrownBy(() -> CloseValues.assertClose(new float[] {1, 2}, new float[] {1, 3}, 0.1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("value 1 of 2: expected 3.0 within 0.400, got 2.0");
    }

    @Test
    void acceptsNoNaNAndNoOtherLength() {
        assertThatThrownBy(() -> CloseValues.assertClose(new float[] {Float.NaN}, new float[] {Float.NaN}, 1))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> CloseValues.assertClose(new float[1], new float[2], 1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 2 values, got 1");
    }
}
