package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class BinaryMaskTest {
    private static final BinaryMask LEFT_HALF = BinaryMask.wrap(1, 4, new boolean[] {true, true, false, false});

    @Test
    void eachPixelOfAnotherSizeIsThatOfTheNearestOldOne() {
        assertThat(LEFT_HALF.resized(2, 2)).isEqualTo(BinaryMask.wrap(2, 2, new boolean[] {true, false, true, false}));
        assertThat(LEFT_HALF.resized(1, 6).pixels()).containsExactly(true, true, true, false, false, false);
    }

    @Test
    void theSameSizeIsTheSameMask() {
        assertThat(LEFT_HALF.resized(1, 4)).isSameAs(LEFT_HALF);
    }

    @Test
    void refusesASizeThatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> LEFT_HALF.resized(0, 4));
    }
}
