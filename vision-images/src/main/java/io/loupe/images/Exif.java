package io.loupe.images;

import io.loupe.vision.image.Orientation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Loupe wants of EXIF and TIFF tags. Nothing else, such as a place, is read or kept. A broken block says nothing about
 * the picture.
 *
 * @param capturedAt when the shutter opened; a camera that does not say in which zone is taken to mean UTC
 */
record Exif(Orientation orientation, Optional<Instant> capturedAt) {
    static final Exif NONE = new Exif(Orientation.UPRIGHT, Optional.empty());

    private static final String PREFIX = "Exif\0\0";

    private static final int ORIENTATION = 274;
    private static final int EXIF_DIRECTORY = 34_665;
    private static final int TIME_ORIGINAL = 36_867;
    private static final int OFFSET_TIME_ORIGINAL = 36_881;

    private static final List<Orientation> IN_TAG_ORDER = List.of(Orientation.values());

    /** EXIF 3.0, 4.6.6.4. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** Reads the block in bytes {@code from..to}. */
    static Exif of(ImageBytes bytes, int from, int to) {
        int start = bytes.holds(from, PREFIX) ? from + PREFIX.length() : from;
        if (to - start < 8 || to > bytes.length()) {
            return NONE;
        }
        try {
            return of(TiffDirectory.first(new ImageBytes("EXIF", Arrays.copyOfRange(bytes.array(), start, to))));
        } catch (UnreadableImageException _) {
            return NONE;
        }
    }

    static Exif of(TiffDirectory directory) {
        return new Exif(orientation(directory), capturedAt(directory));
    }

    /** By the tag; viewers show a picture with a value outside 1..8 as it is stored, and so do we. */
    private static Orientation orientation(TiffDirectory directory) {
        long value = directory.value(ORIENTATION, 1);
        return value < 1 || value > 8 ? Orientation.UPRIGHT : IN_TAG_ORDER.get((int) value - 1);
    }

    private static Optional<Instant> capturedAt(TiffDirectory first) {
        try {
            return first.directoryAt(EXIF_DIRECTORY)
                    .map(exif ->
                            LocalDateTime.parse(exif.text(TIME_ORIGINAL), TIME).toInstant(zone(exif)));
        } catch (UnreadableImageException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(TiffDirectory exif) {
        try {
            return ZoneOffset.of(exif.text(OFFSET_TIME_ORIGINAL));
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
