package io.loupe.server.models;

import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;

/**
 * An object in a picture, as it is kept and answered.
 *
 * @param label in the detector's words
 * @param score how sure the detector is, 0..1
 */
public record FoundObject(String label, double score, PixelBox box) {
    /** In pixels of the upright picture, from its top left corner. */
    public record PixelBox(double x, double y, double width, double height) {}

    static FoundObject of(Detection detection) {
        BoundingBox box = detection.box();
        return new FoundObject(
                detection.label(),
                rounded(detection.score(), 1e4),
                new PixelBox(
                        rounded(box.left(), 10),
                        rounded(box.top(), 10),
                        rounded(box.width(), 10),
                        rounded(box.height(), 10)));
    }

    /** Digits that say nothing would only make rows longer. */
    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
