package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.onnx.NetworkInput.Framing;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFramingTest {
    @Test
    void squashShowsTheWholePicture() {
        RgbImage image = columnsNumbered(40, 100);

        assertThat(framing(Framing.SQUASH, 20, 20).frame(image))
                .isEqualTo(Resampler.resize(image, 20, 20, Resampling.BILINEAR));
    }

    @Test
    void letterboxKeepsTheProportionsAndFillsTheRestWithGrey() {
        RgbImage framed = framing(Framing.LETTERBOX, 20, 20).frame(RgbImage.filled(50, 100, 1, 2, 3));

        assertThat(framed.at(9, 19, 0)).isEqualTo(1);
        assertThat(framed.at(10, 0, 0)).isEqualTo(114);
    }

    @Test
    void letterboxPutsThePictureAtTheTopLeft() {
        RgbImage framed = framing(Framing.LETTERBOX, 100, 100).frame(columnsNumbered(50, 100));

        assertThat(cut(framed, 0, 0, 50, 100)).isEqualTo(columnsNumbered(50, 100));
        assertThat(cut(framed, 50, 0, 50, 100)).isEqualTo(RgbImage.filled(50, 100, 114, 114, 114));
    }

    @Test
    void aBoxOfASquashedPictureIsStretchedBack() {
        PictureFraming framing = framing(Framing.SQUASH, 20, 20);

        assertThat(framing.toPicture(new BoundingBox(2, 2, 10, 10), RgbImage.filled(40, 100, 0, 0, 0)))
                .isEqualTo(new BoundingBox(10, 4, 50, 20));
    }

    @Test
    void aBoxOfALetterboxedPictureIsScaledByWhatThePictureTookUp() {
        PictureFraming framing = framing(Framing.LETTERBOX, 20, 20);

        assertThat(framing.toPicture(new BoundingBox(2, 2, 10, 10), RgbImage.filled(40, 100, 0, 0, 0)))
                .isEqualTo(new BoundingBox(10, 10, 50, 50));
        // 100 x 333 becomes 6 x 20, not 6.006 x 20.
        assertThat(framing.toPicture(new BoundingBox(0, 0, 20, 6), RgbImage.filled(100, 333, 0, 0, 0)))
                .isEqualTo(new BoundingBox(0, 0, 20 * (333 / 20.0), 6 * (100 / 6.0)));
    }

    @ParameterizedTest
    @EnumSource
    void everyFramingTakesStripsOfOnePixel(Framing framing) {
        assertThat(framing(framing, 224, 192)
                        .frame(RgbImage.filled(1, 30_000, 5, 5, 5))
                        .width())
                .isEqualTo(192);
        assertThat(framing(framing, 224, 192)
                        .frame(RgbImage.filled(30_000, 1, 5, 5, 5))
                        .height())
                .isEqualTo(224);
    }

    private static PictureFraming framing(Framing framing, int height, int width) {
        return new PictureFraming(framing, new InputSize(height, width), Resampling.BILINEAR);
    }

    private static RgbImage columnsNumbered(int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 3 % width);
        }
        return RgbImage.wrap(height, width, pixels);
    }

    private static RgbImage cut(RgbImage image, int top, int left, int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) image.at(top + i / 3 / width, left + i / 3 % width, i % 3);
        }
        return RgbImage.wrap(height, width, pixels);
    }
}
