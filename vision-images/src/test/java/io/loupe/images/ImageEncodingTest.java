package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ImageEncodingTest {
    @Test
    void pngReadsBackAsTheSamePixels(Random random) {
        byte[] pixels = new byte[3 * 7 * 5];
        random.nextBytes(pixels);
        RgbImage image = RgbImage.wrap(7, 5, pixels);

        assertThat(read(ImageEncoding.png(image))).isEqualTo(image);
    }

    @Test
    void aMaskReadsBackAsTheSameMask(Random random) {
        boolean[] pixels = new boolean[7 * 11];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextBoolean();
        }
        BinaryMask mask = BinaryMask.wrap(7, 11, pixels);

        assertThat(ImageFiles.readMask("mask", ImageEncoding.png(mask), ImageLimits.DEFAULT))
                .isEqualTo(mask);
    }

    @Test
    void jpegReadsBackAsNearlyTheSameColour() {
        RgbImage read = read(ImageEncoding.jpeg(RgbImage.filled(20, 30, 200, 100, 50), 0.95f));

        assertThat(read).hasToString("RgbImage[20 x 30]");
        assertThat(read.at(10, 10, 0)).isBetween(197, 203);
        assertThat(read.at(10, 10, 1)).isBetween(97, 103);
        assertThat(read.at(10, 10, 2)).isBetween(47, 53);
    }

    @Test
    void thumbnailKeepsTheShapeAndNeverGrows() {
        RgbImage wide = RgbImage.filled(100, 400, 10, 200, 90);

        assertThat(read(ImageEncoding.thumbnail(wide, 64))).hasToString("RgbImage[16 x 64]");
        assertThat(read(ImageEncoding.thumbnail(wide, 1000))).hasToString("RgbImage[100 x 400]");
        assertThat(read(ImageEncoding.thumbnail(RgbImage.filled(1, 900, 0, 0, 0), 10)))
                .hasToString("RgbImage[1 x 10]");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageEncoding.thumbnail(wide, 0));
    }

    @Test
    void thumbnailIsWebpWhereTheLibraryLoads() {
        assumeTrue(WebpCodec.canWrite(), "Skipped: libwebp does not load on this platform");
        byte[] bytes = ImageEncoding.thumbnail(RgbImage.filled(40, 40, 10, 200, 90), 20);

        assertThat(ImageFiles.probe("thumbnail", bytes, ImageLimits.DEFAULT))
                .isEqualTo(new ImageHeader(ImageFormat.WEBP, 20, 20, Exif.NONE));
        assertThat(read(bytes).at(10, 10, 1)).isBetween(195, 205);
    }

    @Test
    void bothWebpDecodersGiveTheSameLosslessPixels() {
        assumeTrue(WebpCodec.canWrite(), "Skipped: libwebp does not load on this platform");
        GoldenPicture golden = GoldenPicture.all().stream()
                .filter(picture -> picture.file().equals("lossless.webp"))
                .findFirst()
                .orElseThrow();
        ImageBytes file = new ImageBytes(golden.file(), golden.bytes());

        RgbImage java = RgbPixels.from(new Decoder(WebpCodec.javaReader(), file).decode(file.array()));

        assertThat(java).isEqualTo(golden.expected());
    }

    private static RgbImage read(byte[] bytes) {
        return ImageFiles.read("made", bytes, ImageLimits.DEFAULT);
    }
}
