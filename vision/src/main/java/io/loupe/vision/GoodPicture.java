package io.loupe.vision;

import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/**
 * A good picture the detector learned from.
 *
 * @param name as it was given to the training
 * @param height of the original, in pixels
 * @param width of the original, in pixels
 * @param thumbnail a small copy, so that reasons can be shown without the original
 */
public record GoodPicture(String name, int height, int width, PackedPicture thumbnail) {
    /** What a detector sees at the usual input size; crops from it can be read. */
    private static final int THUMBNAIL_SIDE = 256;

    static GoodPicture of(String name, RgbImage image) {
        double scale = Math.min(1, (double) THUMBNAIL_SIDE / Math.max(image.height(), image.width()));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        RgbImage thumbnail = Resampler.resize(image, height, width, Resampling.BILINEAR);
        return new GoodPicture(name, image.height(), image.width(), PackedPicture.of(thumbnail));
    }
}
