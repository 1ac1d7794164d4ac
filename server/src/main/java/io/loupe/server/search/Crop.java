package io.loupe.server.search;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.RgbImage;

/** A part of a picture, in pixels of the picture as it is looked at, from its top left corner. */
public record Crop(int x, int y, int width, int height) {
    public Crop {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "crop should have x and y from 0 and width and height from 1, in pixels; got %d, %d, %d, %d"
                            .formatted(x, y, width, height));
        }
    }

    /**
     * This part of a picture; what reaches over its edges is left out.
     *
     * @throws ProblemException if nothing is left
     */
    RgbImage of(RgbImage image) {
        if (x >= image.width() || y >= image.height()) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "crop begins at %d, %d; the picture has %d x %d pixels."
                            .formatted(x, y, image.width(), image.height()));
        }
        return image.part(y, x, Math.min(height, image.height() - y), Math.min(width, image.width() - x));
    }
}
