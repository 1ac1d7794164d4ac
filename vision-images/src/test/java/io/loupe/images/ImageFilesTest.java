package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.images.UnreadableImageException.Reason;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.Orientation;
import io.loupe.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatWasWrittenWhateverTheName() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x102030);
        Path file = Files.write(folder.resolve("part.jpg"), encode(image, "png"));

        RgbImage read = ImageFiles.read(file);

        assertThat(read).hasToString("RgbImage[2 x 3]");
        assertThat(read.at(1, 2, 0)).isEqualTo(0x10);
        assertThat(read.at(1, 2, 1)).isEqualTo(0x20);
        assertThat(read.at(1, 2, 2)).isEqualTo(0x30);
        assertThat(ImageFiles.probe(file)).isEqualTo(new ImageHeader(ImageFormat.PNG, 2, 3, Exif.NONE));
    }

    @Test
    void doesNotBrightenGrey() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);

        assertThat(ImageFiles.read("grey", encode(image, "png"), ImageLimits.DEFAULT))
                .isEqualTo(RgbImage.filled(1, 1, 100, 100, 100));
    }

    @Test
    void countsEveryMaskPixelThatIsNotBlack() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, 1);
        image.getRaster().setSample(2, 0, 0, 255);
        Path file = Files.write(folder.resolve("mask.png"), encode(image, "png"));

        assertThat(ImageFiles.readMask(file)).isEqualTo(BinaryMask.wrap(1, 3, new boolean[] {false, true, true}));
    }

    @Test
    void turnsAMaskUpright() {
        BufferedImage stored = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        stored.getRaster().setSample(0, 0, 0, 9);

        assertThat(MaskPixels.from(stored, 0, Orientation.ROTATE_90))
                .isEqualTo(BinaryMask.wrap(3, 1, new boolean[] {true, false, false}));
        assertThat(MaskPixels.from(stored, 0, Orientation.ROTATE_270))
                .isEqualTo(BinaryMask.wrap(3, 1, new boolean[] {false, false, true}));
        assertThat(MaskPixels.from(stored, 9, Orientation.UPRIGHT).area()).isZero();
    }

    @Test
    void holdsThePictureAgainstEachLimit() throws IOException {
        byte[] bytes = encode(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png");

        assertThat(ImageFiles.read("part", bytes, new ImageLimits(bytes.length, 600, 30)))
                .isNotNull();
        refuses(bytes, new ImageLimits(bytes.length - 1, 600, 30), Reason.TOO_LARGE);
        refuses(bytes, new ImageLimits(bytes.length, 599, 30), Reason.TOO_LARGE);
        refuses(bytes, new ImageLimits(bytes.length, 600, 29), Reason.TOO_LARGE);
    }

    @Test
    void saysWhatIsWrongWithWhichFileAndWhatToDo() {
        refuses(new byte[0], ImageLimits.DEFAULT, Reason.EMPTY);
        refuses(latin("hello"), ImageLimits.DEFAULT, Reason.UNKNOWN_FORMAT);
        refuses(latin("\u0089PNG\r\n\u001a\n"), ImageLimits.DEFAULT, Reason.DAMAGED);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFiles.read("a.heic", latin("\0\0\0\u0018ftypheic"), ImageLimits.DEFAULT))
                .withMessage("'a.heic' is a HEIC picture, which Loupe does not read. Convert it to PNG or JPEG.");
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFiles.read(folder.resolve("missing.png")))
                .withMessageContaining("missing.png' cannot be read")
                .matches(e -> e.reason() == Reason.IO);
    }

    @Test
    void listsPicturesByNameSortedWithoutHiddenFiles() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Files.createDirectories(folder.resolve(".cache"));
        for (String name :
                List.of("b.JPG", "a.png", "c.heic", "notes.txt", ".hidden.png", ".cache/d.png", "below/e.tif", "png")) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(ImageFiles.list(folder))
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("a.png", "b.JPG", "c.heic");
        assertThat(ImageFiles.listRecursively(folder))
                .contains(folder.resolve("below/e.tif"))
                .hasSize(4);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFiles.list(folder.resolve("missing")))
                .withMessageContaining("missing' cannot be listed");
    }

    private static void refuses(byte[] bytes, ImageLimits limits, Reason reason) {
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFiles.read("part", bytes, limits))
                .matches(e -> e.reason() == reason, "refused as " + reason);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
