package io.loupe.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rewrites a bitmap of runs (RLE4, RLE8) as one of plain 8-bit palette indexes. Pixels that the runs leave out have
 * index 0, as in most programs; what runs paint beyond a row's end is dropped.
 */
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END_OF_BITMAP = 1;
    private static final int MOVE = 2;

    private final ImageBytes bytes;
    private final boolean isNibbles;
    private final int height;
    private final int width;
    private final int rowBytes;
    private final byte[] plain;
    private final int pixelsAt;

    private BmpRuns(ImageBytes bytes, int height, int width, int bits, int pixelsAt) {
        this.bytes = bytes;
        this.isNibbles = bits == 4;
        this.height = height;
        this.width = width;
        this.rowBytes = (width + 3) / 4 * 4;
        this.pixelsAt = pixelsAt;
        this.plain = Arrays.copyOf(bytes.array(), Math.addExact(pixelsAt, Math.multiplyExact(rowBytes, height)));
        Arrays.fill(plain, pixelsAt, plain.length, (byte) 0);
    }

    /** The whole file of the plain bitmap, in the row order of the given one. */
    static byte[] expand(ImageBytes bytes, int height, int width, int bits) {
        int pixelsAt = bytes.require(bytes.unsignedInt(10, ByteOrder.LITTLE_ENDIAN), 0);
        BmpRuns runs = new BmpRuns(bytes, height, width, bits, pixelsAt);
        runs.paint();
        runs.rewriteHeader(bits);
        return runs.plain;
    }

    private void paint() {
        int at = pixelsAt;
        int row = 0;
        int column = 0;
        while (row < height) {
            if (at == bytes.length() && row == height - 1 && column >= width) {
                return; // Whole, though the mark of the end was left out.
            }
            int count = bytes.unsignedByte(at);
            int value = bytes.unsignedByte(at + 1L);
            at += 2;
            if (count > 0) {
                for (int i = 0; i < count; i++) {
                    set(row, column++, isNibbles ? nibble(value, i) : value);
                }
                continue;
            }
            switch (value) {
                case END_OF_ROW -> {
                    row++;
                    column = 0;
                }
                case END_OF_BITMAP -> {
                    return;
                }
                case MOVE -> {
                    column += bytes.unsignedByte(at);
                    row += bytes.unsignedByte(at + 1L);
                    at += 2;
                }
                default -> {
                    int literal = isNibbles ? (value + 1) / 2 : value;
                    bytes.require(at, literal);
                    for (int i = 0; i < value; i++) {
                        int pixels = bytes.unsignedByte(at + (isNibbles ? i / 2 : i));
                        set(row, column++, isNibbles ? nibble(pixels, i) : pixels);
                    }
                    at += literal + (literal & 1);
                }
            }
        }
    }

    private static int nibble(int pair, int i) {
        return (i & 1) == 0 ? pair >> 4 : pair & 15;
    }

    private void set(int row, int column, int index) {
        if (column < width) {
            plain[pixelsAt + row * rowBytes + column] = (byte) index;
        }
    }

    private void rewriteHeader(int bits) {
        ByteBuffer header = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(28, (short) 8);
        header.putInt(30, 0);
        header.putInt(34, 0);
        if (header.getInt(46) == 0) {
            header.putInt(46, 1 << bits); // Zero colours would now mean 256 of them.
        }
    }
}
