package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import org.junit.jupiter.api.Test;

class CropTest {
    /** Every pixel's red is its column, its green its row. */
    private static final RgbImage PICTURE = coordinates(40, 60);

    @Test
    void cropIsCentredOnTheBox() {
        RgbImage crop = Crop.around(PICTURE, new Box(28, 18, 4, 4), 10);

        assertThat(crop.height()).isEqualTo(10);
        assertThat(crop.width()).isEqualTo(10);
        assertThat(crop.at(0, 0, 0)).isEqualTo(25);
        assertThat(crop.at(0, 0, 1)).isEqualTo(15);
    }

    @Test
    void cropAtTheCornerIsMovedInside() {
        RgbImage crop = Crop.around(PICTURE, new Box(58, 38, 2, 2), 10);

        assertThat(crop.at(9, 9, 0)).isEqualTo(59);
        assertThat(crop.at(9, 9, 1)).isEqualTo(39);
    }

    @Test
    void cropGrowsToHoldTheBoxAndNeverBeyondThePicture() {
        RgbImage crop = Crop.around(PICTURE, new Box(0, 0, 50, 5), 10);

        assertThat(crop.width()).isEqualTo(50);
        assertThat(crop.height()).isEqualTo(40);
    }

    @Test
    void markedCropIsEnlargedAndShowsTheCornersOfTheBox() {
        RgbImage crop = Crop.marked(RgbImage.filled(40, 60, 9, 9, 9), new Box(28, 18, 4, 4), 10, 100);

        assertThat(crop.height()).isEqualTo(100);
        assertThat(crop.width()).isEqualTo(100);
        assertThat(crop.at(27, 27, 0)).as("three pixels outside of the box").isEqualTo(255);
        assertThat(crop.at(50, 50, 0)).isEqualTo(9);
    }

    private static RgbImage coordinates(int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < height * width; i++) {
            pixels[3 * i] = (byte) (i % width);
            pixels[3 * i + 1] = (byte) (i / width);
        }
        return RgbImage.wrap(height, width, pixels);
    }
}
