package io.loupe.vision.method.bank;

import io.loupe.vision.neighbors.RowMatrix;

/**
 * The patches of all good pictures, made picture by picture when asked for, as the vectors a bank compares.
 *
 * <p>Thread-safe. Every picture has the same shape, and asking twice gives the same numbers.
 */
public interface PatchTable {
    int imageCount();

    /** All patches of one picture, shape [patches of a picture, dimension]. */
    RowMatrix patches(int image);
}
