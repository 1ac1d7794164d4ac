package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Seeded
class OrientationTest {
    /** The picture is 1 2 3 over 4 5 6. */
    @ParameterizedTest
    @CsvSource({
        "UPRIGHT, 123456",
        "MIRROR_HORIZONTALLY, 321654",
        "ROTATE_180, 654321",
        "MIRROR_VERTICALLY, 456123",
        "TRANSPOSE, 142536",
        "ROTATE_90, 415263",
        "TRANSVERSE, 635241",
        "ROTATE_270, 362514"
    })
    void putsEveryPixelInItsPlace(Orientation orientation, String expected) {
        GrayImage turned = orientation.apply(GrayImage.wrap(2, 3, new byte[] {1, 2, 3, 4, 5, 6}));

        assertThat(turned.height()).isEqualTo(orientation.swapsSides() ? 3 : 2);
        StringBuilder digits = new StringBuilder();
        for (byte pixel : turned.pixels()) {
            digits.append(pixel);
        }
        assertThat(digits).hasToString(expected);
    }

    @ParameterizedTest
    @EnumSource
    void movesColoursAsItMovesGrey(Orientation orientation, Random random) {
        RgbImage picture = MadePictures.random(5, 8, random);

        assertThat(GrayImage.of(orientation.apply(picture))).isEqualTo(orientation.apply(GrayImage.of(picture)));
    }

    @Test
    void quarterTurnsAddUp(Random random) {
        RgbImage picture = MadePictures.random(5, 8, random);
        RgbImage once = Orientation.ROTATE_90.apply(picture);

        assertThat(Orientation.ROTATE_90.apply(once)).isEqualTo(Orientation.ROTATE_180.apply(picture));
        assertThat(Orientation.ROTATE_180.apply(once)).isEqualTo(Orientation.ROTATE_270.apply(picture));
        assertThat(Orientation.ROTATE_270.apply(once)).isEqualTo(picture);
    }
}
