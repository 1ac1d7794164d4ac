package io.loupe.vision.method;

/**
 * Where a stored normal patch was seen.
 *
 * @param image index of the good picture, as in {@link FeatureSource}
 * @param row of the grid
 * @param column of the grid
 */
public record PatchOrigin(int image, int row, int column) {}
