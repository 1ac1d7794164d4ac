package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import org.junit.jupiter.api.Test;

final class PictureSpoolTest {
    @Test
    void givesBackEveryPictureInAnyOrder() {
        RgbImage red = RgbImage.filled(4, 6, 200, 0, 0);
        RgbImage blue = RgbImage.filled(4, 6, 0, 0, 200);
        try (PictureSpool spool = new PictureSpool(new InputSize(4, 6))) {
            spool.append(red);
            spool.append(blue);

            assertThat(spool).hasSize(2);
            assertThat(spool.get(1)).isEqualTo(blue);
            assertThat(spool.get(0)).isEqualTo(red);
        }
    }

    @Test
    void refusesAPictureOfAnotherSize() {
        try (PictureSpool spool = new PictureSpool(new InputSize(4, 6))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> spool.append(RgbImage.filled(6, 4, 0, 0, 0)))
                    .withMessageContaining("4x6")
                    .withMessageContaining("6 x 4");
        }
    }

    @Test
    void hasNothingBehindItsLastPicture() {
        try (PictureSpool spool = new PictureSpool(new InputSize(1, 1))) {
            assertThatThrownBy(() -> spool.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
