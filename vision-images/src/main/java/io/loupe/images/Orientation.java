package io.loupe.images;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;

/**
 * The eight values of the EXIF and TIFF tag {@code Orientation} (274), in the tag's order from 1. A constant is named
 * by what makes the stored picture upright; rotations are clockwise.
 */
public enum Orientation {
    UPRIGHT(1, false),
    MIRROR_HORIZONTALLY(2, false),
    ROTATE_180(3, false),
    MIRROR_VERTICALLY(4, false),
    TRANSPOSE(5, true),
    ROTATE_90(6, true),
    TRANSVERSE(7, true),
    ROTATE_270(8, true);

    static final int TAG = 274;

    private final int value;
    private final boolean swapsSides;

    Orientation(int value, boolean swapsSides) {
        this.value = value;
        this.swapsSides = swapsSides;
    }

    /** The meaning of a tag's value; viewers show a picture with a value outside 1..8 as it is stored, and so do we. */
    static Orientation ofTag(long value) {
        for (Orientation orientation : values()) {
            if (orientation.value == value) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** Whether the upright picture is as wide as the stored one is high. */
    public boolean swapsSides() {
        return swapsSides;
    }

    RgbImage upright(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int height = swapsSides ? stored.width() : stored.height();
        int width = swapsSides ? stored.height() : stored.width();
        Walk walk = walk(stored.height(), stored.width());
        byte[] from = stored.pixels();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int row = 0; row < height; row++) {
            int source = 3 * (walk.origin + row * walk.rowStep);
            for (int column = 0; column < width; column++, source += 3 * walk.columnStep) {
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return RgbImage.wrap(height, width, to);
    }

    BinaryMask upright(BinaryMask stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int height = swapsSides ? stored.width() : stored.height();
        int width = swapsSides ? stored.height() : stored.width();
        Walk walk = walk(stored.height(), stored.width());
        boolean[] from = stored.pixels();
        boolean[] to = new boolean[from.length];
        int at = 0;
        for (int row = 0; row < height; row++) {
            int source = walk.origin + row * walk.rowStep;
            for (int column = 0; column < width; column++, source += walk.columnStep) {
                to[at++] = from[source];
            }
        }
        return BinaryMask.wrap(height, width, to);
    }

    /** The stored pixel that comes first, and the way to the one below and to the one at the right of it. */
    private record Walk(int origin, int rowStep, int columnStep) {}

    private Walk walk(int height, int width) {
        int lastRow = (height - 1) * width;
        int last = height * width - 1;
        return switch (this) {
            case UPRIGHT -> new Walk(0, width, 1);
            case MIRROR_HORIZONTALLY -> new Walk(width - 1, width, -1);
            case ROTATE_180 -> new Walk(last, -width, -1);
            case MIRROR_VERTICALLY -> new Walk(lastRow, -width, 1);
            case TRANSPOSE -> new Walk(0, 1, width);
            case ROTATE_90 -> new Walk(lastRow, 1, -width);
            case TRANSVERSE -> new Walk(last, -1, -width);
            case ROTATE_270 -> new Walk(width - 1, -1, width);
        };
    }
}
