package io.loupe.images;

import java.util.Arrays;

/** Reads the one thing Loupe wants of an EXIF block. Nothing else of it, such as a place, is read or kept. */
final class Exif {
    private static final String PREFIX = "Exif\0\0";

    private Exif() {}

    /** The orientation in bytes {@code from..to}; a broken block says nothing about the picture, so it is upright. */
    static Orientation orientation(ImageBytes bytes, int from, int to) {
        int start = bytes.holds(from, PREFIX) ? from + PREFIX.length() : from;
        if (to - start < 8 || to > bytes.length()) {
            return Orientation.UPRIGHT;
        }
        try {
            ImageBytes block = new ImageBytes("EXIF", Arrays.copyOfRange(bytes.array(), start, to));
            return Orientation.ofTag(TiffDirectory.first(block).value(Orientation.TAG, 1));
        } catch (UnreadableImageException _) {
            return Orientation.UPRIGHT;
        }
    }
}
