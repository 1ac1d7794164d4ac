package io.loupe.images;

import io.loupe.vision.image.Orientation;
import java.time.Instant;
import java.util.Optional;

/**
 * What a picture file says about itself, read without decoding a pixel.
 *
 * @param format by its bytes
 * @param height rows as stored, before {@code orientation} is applied
 * @param width columns as stored
 * @param orientation how the stored pixels are turned into the upright picture
 * @param capturedAt when the camera says that it took the picture
 */
public record ImageHeader(
        ImageFormat format, int height, int width, Orientation orientation, Optional<Instant> capturedAt) {
    ImageHeader(ImageFormat format, int height, int width, Exif exif) {
        this(format, height, width, exif.orientation(), exif.capturedAt());
    }

    public int uprightHeight() {
        return orientation.swapsSides() ? width : height;
    }

    public int uprightWidth() {
        return orientation.swapsSides() ? height : width;
    }
}
