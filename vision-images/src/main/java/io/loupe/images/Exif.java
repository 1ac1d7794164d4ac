package io.loupe.images;

import io.loupe.vision.image.Orientation;
import java.util.Arrays;
import java.util.List;

/** Reads the one thing Loupe wants of EXIF and TIFF tags. Nothing else, such as a place, is read or kept. */
final class Exif {
    private static final String PREFIX = "Exif\0\0";

    private static final int ORIENTATION = 274;
    private static final List<Orientation> IN_TAG_ORDER = List.of(Orientation.values());

    private Exif() {}

    /** The orientation in bytes {@code from..to}; a broken block says nothing about the picture, so it is upright. */
    static Orientation orientation(ImageBytes bytes, int from, int to) {
        int start = bytes.holds(from, PREFIX) ? from + PREFIX.length() : from;
        if (to - start < 8 || to > bytes.length()) {
            return Orientation.UPRIGHT;
        }
        try {
            ImageBytes block = new ImageBytes("EXIF", Arrays.copyOfRange(bytes.array(), start, to));
            return orientation(TiffDirectory.first(block));
        } catch (UnreadableImageException _) {
            return Orientation.UPRIGHT;
        }
    }

    /** By the tag; viewers show a picture with a value outside 1..8 as it is stored, and so do we. */
    static Orientation orientation(TiffDirectory directory) {
        long value = directory.value(ORIENTATION, 1);
        return value < 1 || value > 8 ? Orientation.UPRIGHT : IN_TAG_ORDER.get((int) value - 1);
    }
}
