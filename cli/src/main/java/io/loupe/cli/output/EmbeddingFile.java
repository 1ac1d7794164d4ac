package io.loupe.cli.output;

import io.loupe.vision.encoder.ImageEmbedding;
import java.nio.file.Path;

/**
 * A file of vectors for other programs. What is added waits in a temporary file, so that memory does not grow with the
 * number of pictures; {@link #finish} makes the file appear, whole, and without it there is none.
 */
public interface EmbeddingFile extends AutoCloseable {
    /**
     * A file in the format that its name's ending says.
     *
     * @throws IllegalArgumentException if the ending is neither {@code .npy} nor {@code .jsonl}
     */
    static EmbeddingFile at(Path target) {
        String name = target.toString();
        if (name.endsWith(".npy")) {
            return new NpyEmbeddings(target);
        }
        if (name.endsWith(".jsonl")) {
            return new JsonLinesEmbeddings(target);
        }
        throw new IllegalArgumentException(
                "The name of %s does not say how to write it: end it in .npy (NumPy) or .jsonl (a line of JSON for each picture)."
                        .formatted(target));
    }

    /** Adds the vector of a picture; all have the same dimension. */
    void add(String picture, ImageEmbedding embedding);

    /**
     * Writes what was added.
     *
     * @throws java.io.UncheckedIOException naming the file, if it cannot be written
     */
    void finish();

    /** Gives up what has not been finished. */
    @Override
    void close();
}
