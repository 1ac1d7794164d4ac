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
        AtomicFile.writeBytes(file, ImageEncoding.png(mask));
    }
}
