package io.loupe.images;

import io.loupe.vision.image.Orientation;

/**
 * What a picture file says about itself, read without decoding a pixel.
 *
 * @param format by its bytes
 * @param height rows as stored, before {@code orientation} is applied
 * @param width columns as stored
 * @param orientation how the stored pixels are turned into the upright picture
 */
public record ImageHeader(ImageFormat format, int height, int width, Orientation orientation) {
    public int uprightHeight() {
        return orientation.swapsSides() ? width : height;
    }

    public int uprightWidth() {
        return orientation.swapsSides() ? height : width;
    }
}
