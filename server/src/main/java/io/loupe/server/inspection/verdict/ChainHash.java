package io.loupe.server.inspection.verdict;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a row of {@code verdict}: SHA-256 over the hash of the row before and every column, each after a byte that says
 * what it is, so that no two rows are the same bytes.
 *
 * <p>0: nothing. 1: text, its length in bytes as int32, then UTF-8. 2: a whole number as int64. 3: a number as float64. 4:
 * bytes, their length as int32 first. A time is the whole number of its microseconds since 1970; a UUID is text. Big-endian.
 */
final class ChainHash {
    static final int BYTES = 32;

    /** What the first row follows. */
    static final byte[] START = new byte[BYTES];

    private ChainHash() {}

    /**
     * The hash of a row.
     *
     * @param previous the hash of the row before
     * @param columns in their order
     */
    static byte[] of(byte[] previous, List<? extends @Nullable Object> columns) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(previous);
            columns.forEach(column -> update(hash, column));
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest hash, @Nullable Object column) {
        switch (column) {
            case null -> hash.update((byte) 0);
            case String text -> update(hash, (byte) 1, text.getBytes(StandardCharsets.UTF_8));
            case UUID id -> update(hash, (byte) 1, id.toString().getBytes(StandardCharsets.UTF_8));
            case Integer number -> update(hash, (byte) 2, number.longValue());
            case Long number -> update(hash, (byte) 2, number);
            case Instant time -> update(hash, (byte) 2, ChronoUnit.MICROS.between(Instant.EPOCH, time));
            case Double number -> update(hash, (byte) 3, Double.doubleToLongBits(number));
            case byte[] bytes -> update(hash, (byte) 4, bytes);
            default -> throw new IllegalArgumentException("No column holds a " + column.getClass());
        }
    }

    private static void update(MessageDigest hash, byte kind, byte[] bytes) {
        hash.update(ByteBuffer.allocate(1 + Integer.BYTES)
                .put(kind)
                .putInt(bytes.length)
                .flip());
        hash.update(bytes);
    }

    private static void update(MessageDigest hash, byte kind, long bits) {
        hash.update(ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(bits).flip());
    }
}
