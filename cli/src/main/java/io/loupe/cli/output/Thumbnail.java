package io.loupe.cli.output;

import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/** A picture made small enough for a page of many. */
final class Thumbnail {
    private static final int LONGER_SIDE = 320;

    private Thumbnail() {}

    /** Small pictures stay as they are. */
    static RgbImage of(RgbImage image) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(image.height(), image.width()));
        return Resampler.resize(
                image,
                Math.max(1, (int) Math.round(scale * image.height())),
                Math.max(1, (int) Math.round(scale * image.width())),
                Resampling.BILINEAR);
    }
}
