package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackedPictureTest {
    @Seeded
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "9, 1", "17, 23"})
    void unpacksToTheSamePixels(int height, int width, Random random) {
        byte[] pixels = new byte[3 * height * width];
        random.nextBytes(pixels);
        RgbImage image = RgbImage.wrap(height, width, pixels);

        assertThat(PackedPicture.of(image).unpacked()).isEqualTo(image);
    }

    @Test
    void smoothPictureTakesLittleRoom() {
        byte[] pixels = new byte[3 * 64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 3 % 64 * 2 + i / (3 * 64));
        }
        assertThat(PackedPicture.of(RgbImage.wrap(64, 64, pixels)).bytes()).hasSizeLessThan(pixels.length / 5);
    }

    @Test
    void bytesThatEndTooEarlyAreDamage() {
        byte[] bytes = PackedPicture.of(RgbImage.filled(8, 8, 1, 2, 3)).bytes();
        PackedPicture taller = PackedPicture.wrap(new InputSize(9, 8), bytes);
        PackedPicture noise = PackedPicture.wrap(InputSize.square(8), Arrays.copyOf(new byte[] {1, 2, 3}, 40));

        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(taller::unpacked)
                .withMessageContaining("picture of 9x8")
                .withMessageContaining("train again");
        assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(noise::unpacked);
    }
}
