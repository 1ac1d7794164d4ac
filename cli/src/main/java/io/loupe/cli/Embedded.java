package io.loupe.cli;

import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import java.nio.file.Path;

/** What came of embedding a picture file: the vector, or the reason why there is none. */
sealed interface Embedded {
    /** The picture as its vector. */
    record Picture(Path file, ImageEmbedding embedding) implements Embedded {}

    /**
     * No picture.
     *
     * @param reason a sentence that names the file
     */
    record Failure(String reason) implements Embedded {}

    static Embedded of(ImageEncoder encoder, Path file) {
        return switch (Reading.of(file)) {
            case Reading.Picture picture -> new Picture(file, encoder.embed(picture.image()));
            case Reading.Failure failure -> new Failure(failure.reason());
        };
    }
}
