package io.loupe.vision.detect;

import java.util.Optional;

/**
 * An upright rectangle in pixels, with fractions: {@code x} to the right, {@code y} down, (0, 0) the top left corner of
 * the top left pixel. It may be empty, and it may stick out of the picture.
 */
public record BoundingBox(double left, double top, double right, double bottom) {
    public BoundingBox {
        if (!isBox(left, top, right, bottom)) {
            throw new IllegalArgumentException(
                    "A box needs finite sides with left <= right and top <= bottom, got left %s, top %s, right %s, bottom %s"
                            .formatted(left, top, right, bottom));
        }
    }

    /** The box with these sides, where they make one; what comes out of a network need not. */
    public static Optional<BoundingBox> of(double left, double top, double right, double bottom) {
        return isBox(left, top, right, bottom)
                ? Optional.of(new BoundingBox(left, top, right, bottom))
                : Optional.empty();
    }

    private static boolean isBox(double left, double top, double right, double bottom) {
        // Differences tell all: one of an infinity is infinite or not a number.
        return right - left >= 0 && bottom - top >= 0 && Double.isFinite(right - left) && Double.isFinite(bottom - top);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public boolean isEmpty() {
        return left == right || top == bottom;
    }

    /** The part inside a picture of this size; empty where there is none. */
    public BoundingBox clippedTo(int pictureHeight, int pictureWidth) {
        return new BoundingBox(
                Math.clamp(left, 0.0, pictureWidth),
                Math.clamp(top, 0.0, pictureHeight),
                Math.clamp(right, 0.0, pictureWidth),
                Math.clamp(bottom, 0.0, pictureHeight));
    }

    /** The box in a picture stretched by these factors. */
    public BoundingBox stretched(double vertically, double horizontally) {
        return new BoundingBox(horizontally * left, vertically * top, horizontally * right, vertically * bottom);
    }

    /** Shared area over the area that either covers, 0..1; 0 where both are empty. */
    public double intersectionOverUnion(BoundingBox other) {
        double sharedWidth = Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
        double sharedHeight = Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
        double shared = sharedWidth * sharedHeight;
        double union = area() + other.area() - shared;
        return union > 0 ? shared / union : 0;
    }
}
