package io.loupe.vision;

/**
 * A good picture the detector learned from.
 *
 * @param name as it was given to the training
 * @param height of the original, in pixels
 * @param width of the original, in pixels
 * @param thumbnail a small copy, so that reasons can be shown without the original
 */
public record GoodPicture(String name, int height, int width, PackedPicture thumbnail) {}
