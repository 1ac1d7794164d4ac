package io.loupe.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PictureQualityTest {
    private static RgbImage plain(int gray) {
        byte[] pixels = new byte[3 * 64 * 64];
        Arrays.fill(pixels, (byte) gray);
        return RgbImage.wrap(64, 64, pixels);
    }

    /** Squares of 8 pixels, black and white by turns. */
    private static RgbImage chessboard(int side) {
        byte[] pixels = new byte[3 * side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                byte value = (byte) ((row / 8 + column / 8) % 2 == 0 ? 0 : 255);
                Arrays.fill(pixels, 3 * (row * side + column), 3 * (row * side + column) + 3, value);
            }
        }
        return RgbImage.wrap(side, side, pixels);
    }

    private static RgbImage blurred(RgbImage image) {
        RgbImage small = Resampler.resize(image, image.height() / 4, image.width() / 4, Resampling.BILINEAR);
        return Resampler.resize(small, image.height(), image.width(), Resampling.BILINEAR);
    }

    @Test
    void aPlainPictureHasNothingButBrightness() {
        assertThat(PictureQuality.of(plain(0))).isEqualTo(new PictureQuality(0, 0, 0, 0));
        assertThat(PictureQuality.of(plain(255))).isEqualTo(new PictureQuality(0, 1, 0, 0));
        assertThat(PictureQuality.of(plain(51)).brightness()).isEqualTo(0.2);
        assertThat(PictureQuality.of(plain(128)).score()).isZero();
    }

    @Test
    void halfBlackHalfWhiteHasFullContrastAndOneBit() {
        PictureQuality quality = PictureQuality.of(chessboard(128));
        assertThat(quality.brightness()).isEqualTo(0.5);
        assertThat(quality.contrast()).isEqualTo(1);
        assertThat(quality.information()).isEqualTo(1 / 8.0);
    }

    @Test
    void blurringTakesSharpnessAndLowersTheScore() {
        PictureQuality sharp = PictureQuality.of(chessboard(128));
        PictureQuality soft = PictureQuality.of(blurred(chessboard(128)));
        assertThat(soft.sharpness()).isLessThan(0.6 * sharp.sharpness());
        assertThat(soft.sharpness()).isPositive();
    }

    @Test
    @Seeded
    void sharpnessDoesNotDependOnContrast(Random random) {
        byte[] strong = new byte[3 * 100 * 80];
        byte[] faint = new byte[strong.length];
        for (int i = 0; i < strong.length; i += 3) {
            int value = 8 * random.nextInt(32);
            for (int channel = 0; channel < 3; channel++) {
                strong[i + channel] = (byte) value;
                faint[i + channel] = (byte) (100 + value / 8);
            }
        }
        assertThat(PictureQuality.of(RgbImage.wrap(100, 80, faint)).sharpness())
                .isCloseTo(PictureQuality.of(RgbImage.wrap(100, 80, strong)).sharpness(), within(1e-3));
    }

    @Test
    void anySideLengthIsMeasured() {
        for (int side : new int[] {1, 2, 8, 9, 10, 700}) {
            PictureQuality quality = PictureQuality.of(chessboard(side));
            assertThat(quality.score()).isBetween(0.0, 1.0);
        }
    }
}
