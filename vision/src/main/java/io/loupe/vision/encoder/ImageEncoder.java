package io.loupe.vision.encoder;

import io.loupe.vision.image.RgbImage;
import java.util.List;

/** Turns a whole picture into one vector. Thread-safe. */
public interface ImageEncoder extends AutoCloseable {
    EncoderInfo info();

    /** Length of the vectors that {@link #embed} gives. */
    int dimension();

    /**
     * The embedding of a picture of any size.
     *
     * @throws IllegalStateException once the encoder is closed
     */
    ImageEmbedding embed(RgbImage image);

    /** As {@link #embed} for many pictures at once; encoders that gain from batches override it. */
    default List<ImageEmbedding> embedAll(List<RgbImage> images) {
        return images.stream().map(this::embed).toList();
    }

    /** Gives back what the encoder holds; closing again does nothing. */
    @Override
    void close();
}
