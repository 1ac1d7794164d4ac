package io.loupe.vision.modelfile;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * One block of a model file: a header of 64 bytes, the payload, and zeros up to the next multiple of 64. The fields of
 * the header are listed in the package description.
 *
 * @param start offset of the header from the start of the file
 * @param length bytes of the payload without its padding
 * @param payloadChecksum CRC32C of the payload and its padding
 */
record Block(BlockType type, String name, long start, int length, int payloadChecksum) {
    static final int ALIGNMENT = 64;
    static final int HEADER_BYTES = 64;
    static final int CHECKSUM_AT = 60;
    static final int MAX_NAME_BYTES = 44;
    /** Just under 2 GiB, so that payload and padding fit a Java buffer. */
    static final int MAX_PAYLOAD_BYTES = Integer.MAX_VALUE - ALIGNMENT + 1;

    static final int PAYLOAD_CHECKSUM_AT = 4;
    static final int LENGTH_AT = 8;
    static final int NAME_AT = 16;

    static final ValueLayout.OfInt LITTLE_ENDIAN_INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final Pattern NAME = Pattern.compile("[!-~]{1," + MAX_NAME_BYTES + "}");

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Zeros between the end of a payload and the next block. */
    static int paddingAfter(int length) {
        return -length & (ALIGNMENT - 1);
    }

    /** The checksum in a header: over the checksum of the header before it and the 60 bytes in front of this one. */
    static int headerChecksum(int checksumBefore, ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, checksumBefore));
        crc.update(header.slice(0, CHECKSUM_AT));
        return (int) crc.getValue();
    }

    ByteBuffer encodeHeader(int checksumBefore) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, type.code());
        header.putInt(PAYLOAD_CHECKSUM_AT, payloadChecksum);
        header.putLong(LENGTH_AT, length);
        header.put(NAME_AT, name.getBytes(StandardCharsets.US_ASCII));
        return header.putInt(CHECKSUM_AT, headerChecksum(checksumBefore, header));
    }

    long payloadStart() {
        return start + HEADER_BYTES;
    }

    int paddedLength() {
        return length + paddingAfter(length);
    }

    /** Offset of the next block. */
    long end() {
        return payloadStart() + paddedLength();
    }

    /** Whether payload and padding are what the header's checksum was made from. */
    boolean isIntact(MemorySegment file) {
        CRC32C crc = new CRC32C();
        crc.update(file.asSlice(payloadStart(), paddedLength()).asByteBuffer());
        return (int) crc.getValue() == payloadChecksum;
    }
}
