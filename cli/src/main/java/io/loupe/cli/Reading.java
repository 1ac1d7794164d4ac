package io.loupe.cli;

import io.loupe.images.ImageFiles;
import io.loupe.images.UnreadableImageException;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.Objects;

/** What came of reading a picture file: the picture, or the reason why there is none. */
sealed interface Reading {
    /** The file as it was listed. */
    Path file();

    /**
     * A picture.
     *
     * @param nanos time to read and decode it
     */
    record Picture(Path file, RgbImage image, long nanos) implements Reading {}

    /**
     * No picture.
     *
     * @param reason a sentence that names the file
     */
    record Failure(Path file, String reason) implements Reading {}

    static Reading of(Path file) {
        long start = System.nanoTime();
        try {
            return new Picture(file, ImageFiles.read(file), System.nanoTime() - start);
        } catch (UnreadableImageException e) {
            return new Failure(file, Objects.requireNonNullElse(e.getMessage(), file.toString()));
        }
    }
}
