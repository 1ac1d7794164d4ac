package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RgbImageTest {
    private static final RgbImage COUNTING = counting(3, 4);

    /** Every byte is the next number. */
    private static RgbImage counting(int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        return RgbImage.wrap(height, width, pixels);
    }

    @Test
    void aPartHasThePixelsOfItsPlace() {
        RgbImage part = COUNTING.part(1, 2, 2, 2);
        byte[] expected = {18, 19, 20, 21, 22, 23, 30, 31, 32, 33, 34, 35};
        assertThat(part).isEqualTo(RgbImage.wrap(2, 2, expected));
    }

    @Test
    void theWholeIsAPartAndACopy() {
        RgbImage part = COUNTING.part(0, 0, 3, 4);
        assertThat(part).isEqualTo(COUNTING);
        assertThat(part.pixels()).isNotSameAs(COUNTING.pixels());
    }

    @ParameterizedTest
    @CsvSource({"-1,0,1,1", "0,-1,1,1", "1,0,3,1", "0,1,1,4", "3,0,1,1", "1,1,2147483647,1", "0,0,0,1", "0,0,-1,-1"})
    void whatDoesNotLieInsideIsNoPart(int top, int left, int height, int width) {
        assertThatIllegalArgumentException().isThrownBy(() -> COUNTING.part(top, left, height, width));
    }
}
