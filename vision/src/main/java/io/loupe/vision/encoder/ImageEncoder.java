package io.loupe.vision.encoder;

import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Optional;

/** Turns a whole picture into one vector. Thread-safe. */
public interface ImageEncoder extends AutoCloseable {
    EncoderInfo info();

    /** Length of the vectors that {@link #embed} gives. */
    int dimension();

    /**
     * The cosine similarity from which on two pictures count as near copies of each other (resized, encoded again, slightly
     * cropped or brightened); empty where nobody has measured it. {@code docs/near-duplicates.md} tells how it is found.
     */
    default Optional<Double> nearDuplicateCosine() {
        return Optional.empty();
    }

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
