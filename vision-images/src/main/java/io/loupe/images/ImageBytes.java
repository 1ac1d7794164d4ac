package io.loupe.images;

import io.loupe.images.UnreadableImageException.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The bytes of one file with the name it has in messages. Reading beyond the end tells that the file is damaged. */
final class ImageBytes {
    private static final VarHandle BIG_SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final String name;
    private final byte[] bytes;

    ImageBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    /** The live bytes; to be read, not written. */
    byte[] array() {
        return bytes;
    }

    int unsignedByte(long at) {
        return bytes[require(at, 1)] & 0xff;
    }

    int unsignedShort(long at, ByteOrder order) {
        return (short) (order == ByteOrder.BIG_ENDIAN ? BIG_SHORT : LITTLE_SHORT).get(bytes, require(at, 2)) & 0xffff;
    }

    int signedInt(long at, ByteOrder order) {
        return (int) (order == ByteOrder.BIG_ENDIAN ? BIG_INT : LITTLE_INT).get(bytes, require(at, 4));
    }

    long unsignedInt(long at, ByteOrder order) {
        return Integer.toUnsignedLong(signedInt(at, order));
    }

    /** Whether the file holds this text, one byte a character, at this place. */
    boolean holds(int at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code at} as an index, after checking that {@code count} bytes are there. */
    int require(long at, long count) {
        if (at < 0 || count < 0 || at + count > bytes.length) {
            throw damaged("ends too early: it has %d bytes and points to byte %d".formatted(bytes.length, at + count));
        }
        return (int) at;
    }

    UnreadableImageException damaged(String problem) {
        return new UnreadableImageException(Reason.DAMAGED, name, problem, null);
    }

    UnreadableImageException damaged(Throwable cause) {
        String problem = "is damaged (" + Objects.requireNonNullElse(cause.getMessage(), cause.toString()) + ")";
        return new UnreadableImageException(Reason.DAMAGED, name, problem, cause);
    }

    UnreadableImageException unsupported(String what) {
        return new UnreadableImageException(
                Reason.UNSUPPORTED_FORMAT, name, "is " + what + ", which Loupe does not read", null);
    }

    UnreadableImageException unknown(String problem) {
        return new UnreadableImageException(Reason.UNKNOWN_FORMAT, name, problem, null);
    }

    UnreadableImageException empty() {
        return new UnreadableImageException(Reason.EMPTY, name, "is empty", null);
    }

    UnreadableImageException tooLarge(String problem) {
        return new UnreadableImageException(Reason.TOO_LARGE, name, problem, null);
    }

    UnreadableImageException tooLarge(Throwable cause) {
        return new UnreadableImageException(
                Reason.TOO_LARGE, name, "does not fit into memory (" + cause.getMessage() + ")", cause);
    }
}
