package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrayImageTest {
    @Test
    void weighsColoursAsPillowDoes() {
        byte[] pixels = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255, (byte) 255};

        GrayImage gray = GrayImage.of(RgbImage.wrap(1, 4, pixels));

        assertThat(gray.at(0, 0)).isEqualTo(76);
        assertThat(gray.at(0, 1)).isEqualTo(150);
        assertThat(gray.at(0, 2)).isEqualTo(29);
        assertThat(gray.at(0, 3)).isEqualTo(255);
    }

    @Test
    void refusesAnArrayOfAnotherLength() {
        assertThatThrownBy(() -> GrayImage.wrap(2, 3, new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A grey picture of 2 x 3 (height x width) needs 6 bytes, got 5");
    }
}
