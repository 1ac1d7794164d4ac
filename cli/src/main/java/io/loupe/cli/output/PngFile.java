package io.loupe.cli.output;

import io.loupe.images.ImageEncoding;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;

/** Pictures written as PNG files, whole or not at all. */
public final class PngFile {
    private PngFile() {}

    public static void write(Path file, RgbImage image) {
        AtomicFile.writeBytes(file, ImageEncoding.png(image));
    }

    /** White where the mask is set, black elsewhere. */
    public static void write(Path file, BinaryMask mask) {
        byte[] pixels = new byte[3 * mask.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (mask.pixels()[i / 3] ? 255 : 0);
        }
        write(file, RgbImage.wrap(mask.height(), mask.width(), pixels));
    }
}
