package io.loupe.images;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A directory of tags in TIFF bytes, which is also how EXIF stores its own. Classic TIFF and BigTIFF.
 *
 * <p>Every tag's values are checked to lie inside the bytes, so what later reads them by their stated count cannot be
 * made to take more memory than the file is long.
 */
final class TiffDirectory {
    private static final int BIG_TIFF = 43;
    private static final int ASCII = 2;
    private static final int LONGEST_TEXT = 1_000;

    /** Bytes of one value by the tag's type number; 0 for numbers that stand for no type. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Values of one tag: {@code at} is where the first one stands. */
    private record Entry(int type, long count, long at) {}

    private final ImageBytes bytes;
    private final ByteOrder order;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private long nextDirectoryAt;

    private TiffDirectory(ImageBytes bytes) {
        this.bytes = bytes;
        this.order = bytes.holds(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** @throws UnreadableImageException if the directory or a tag's values lie outside the bytes */
    static TiffDirectory first(ImageBytes bytes) {
        TiffDirectory directory = new TiffDirectory(bytes);
        directory.read(directory.isBig() ? directory.longAt(8) : bytes.unsignedInt(4, directory.order));
        return directory;
    }

    /**
     * The directory that a tag points to; empty without such a tag.
     *
     * @throws UnreadableImageException if the directory or a tag's values lie outside the bytes
     */
    Optional<TiffDirectory> directoryAt(int tag) {
        if (!has(tag)) {
            return Optional.empty();
        }
        TiffDirectory directory = new TiffDirectory(bytes);
        directory.read(value(tag, 0));
        return Optional.of(directory);
    }

    private boolean isBig() {
        return bytes.unsignedShort(2, order) == BIG_TIFF;
    }

    private void read(long at) {
        if (isBig()) {
            readBig(at);
        } else {
            readClassic(at);
        }
    }

    private void readClassic(long at) {
        int count = bytes.unsignedShort(at, order);
        bytes.require(at + 2, 12L * count);
        for (int i = 0; i < count; i++) {
            long entry = at + 2 + 12L * i;
            add(entry, bytes.unsignedInt(entry + 4, order), entry + 8, 4);
        }
        nextDirectoryAt = at + 2 + 12L * count;
    }

    private void readBig(long at) {
        long count = longAt(at);
        bytes.require(at + 8, Math.min(count, Integer.MAX_VALUE) * 20);
        for (long i = 0; i < count; i++) {
            long entry = at + 8 + 20 * i;
            add(entry, longAt(entry + 4), entry + 12, 8);
        }
        nextDirectoryAt = at + 8 + 20 * count;
    }

    private void add(long entry, long count, long inlineAt, int inlineBytes) {
        int tag = bytes.unsignedShort(entry, order);
        int type = bytes.unsignedShort(entry + 2, order);
        int typeBytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        if (typeBytes == 0) {
            return;
        }
        if (count < 0 || count > bytes.length()) {
            throw bytes.damaged(
                    "is damaged: tag %d claims %d values in a file of %d bytes".formatted(tag, count, bytes.length()));
        }
        long at = inlineAt;
        if (count * typeBytes > inlineBytes) {
            at = inlineBytes == 8 ? longAt(inlineAt) : bytes.unsignedInt(inlineAt, order);
        }
        bytes.require(at, count * typeBytes);
        if (entries.put(tag, new Entry(type, count, at)) != null) {
            throw bytes.damaged("is damaged: tag %d is there twice".formatted(tag));
        }
    }

    private long longAt(long at) {
        long high = bytes.unsignedInt(order == ByteOrder.BIG_ENDIAN ? at : at + 4, order);
        long low = bytes.unsignedInt(order == ByteOrder.BIG_ENDIAN ? at + 4 : at, order);
        return (high << 32) | low;
    }

    ByteOrder order() {
        return order;
    }

    /** Where the file points to its next directory. */
    long nextDirectoryAt() {
        return nextDirectoryAt;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The whole-number values of a tag; none where it is missing or of another kind. */
    long[] values(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        long[] values = new long[(int) entry.count];
        for (int i = 0; i < values.length; i++) {
            long at = entry.at + (long) i * TYPE_BYTES[entry.type];
            values[i] = switch (TYPE_BYTES[entry.type]) {
                case 1 -> bytes.unsignedByte(at);
                case 2 -> bytes.unsignedShort(at, order);
                case 4 -> bytes.unsignedInt(at, order);
                default -> longAt(at);
            };
        }
        return values;
    }

    /** The text of a tag, up to its end or its first NUL; empty where it is missing, of another kind or too long to be one. */
    String text(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type != ASCII || entry.count > LONGEST_TEXT) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (long at = entry.at; at < entry.at + entry.count && bytes.unsignedByte(at) != 0; at++) {
            text.append((char) bytes.unsignedByte(at));
        }
        return text.toString();
    }

    /** The first value of a tag, or {@code otherwise}. */
    long value(int tag, long otherwise) {
        long[] values = values(tag);
        return values.length == 0 ? otherwise : values[0];
    }
}
