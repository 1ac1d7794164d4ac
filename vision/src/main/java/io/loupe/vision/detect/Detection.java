package io.loupe.vision.detect;

/**
 * An object that was found in a picture.
 *
 * @param label what it is, in the detector's own words
 * @param score how sure the detector is, 0..1; comparable within one detector only
 * @param box where it is, in pixels of the picture
 */
public record Detection(String label, double score, BoundingBox box) {
    public Detection {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies in 0..1, got %s for '%s'".formatted(score, label));
        }
    }

    public Detection withBox(BoundingBox other) {
        return new Detection(label, score, other);
    }
}
