package io.loupe.server.imports;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * What a ZIP says at its end of the list of its files (APPNOTE 4.3.14 - 4.3.16). Looked at before the JDK reads that list,
 * because it reads it into memory whatever its size.
 *
 * @param listBytes size of the list
 */
record ZipEnd(long entries, long listBytes) {
    private static final long LARGEST_LIST = 1L << 28;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;

    /**
     * Reads the end of a ZIP.
     *
     * @throws ZipException if there is none
     */
    static ZipEnd read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
            ByteBuffer tail = read(channel, channel.size() - length, length);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END && at + END_BYTES + unsigned(tail.getShort(at + 20)) <= length) {
                    return read(channel, tail, at, channel.size() - length + at);
                }
            }
            throw new ZipException("it has no end of a ZIP");
        }
    }

    private static ZipEnd read(FileChannel channel, ByteBuffer tail, int at, long position) throws IOException {
        int entries = unsigned(tail.getShort(at + 10));
        long listBytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        if (position >= LOCATOR64_BYTES) {
            ByteBuffer locator = read(channel, position - LOCATOR64_BYTES, LOCATOR64_BYTES);
            long end64 = locator.getLong(8);
            if (locator.getInt(0) == LOCATOR64 && end64 >= 0 && end64 <= position - END64_BYTES) {
                ByteBuffer large = read(channel, end64, END64_BYTES);
                if (large.getInt(0) == END64) {
                    return new ZipEnd(large.getLong(32), large.getLong(40));
                }
            }
        }
        return new ZipEnd(entries, listBytes);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new ZipException("it ends too early");
            }
        }
        return bytes;
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    void requireAtMost(int most) {
        if (entries < 0 || entries > most || listBytes < 0 || listBytes > LARGEST_LIST) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "The ZIP says that it holds %,d files, in a list of %,d bytes; %,d files are taken (setting import.zip-entries), in a list of %,d bytes. Send it in parts."
                            .formatted(entries, listBytes, most, LARGEST_LIST));
        }
    }
}
