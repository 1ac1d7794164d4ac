package io.loupe.images;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;

/**
 * A Windows bitmap, decoded by TwelveMonkeys' reader once its header has been held against the file's length: a bitmap
 * of plain pixels that are not all there, or of runs that could never fill the sides it claims, is refused.
 */
final class BmpFile implements EncodedImage {
    private static final int INFO_HEADER = 40;
    private static final int OS2_HEADER = 64;
    private static final int RUN_LENGTH_8 = 1;
    private static final int RUN_LENGTH_4 = 2;
    private static final int JPEG = 4;
    private static final int PNG = 5;

    /** A run of two bytes paints at most 255 pixels; the rest allows for skipped lines. */
    private static final int MOST_PIXELS_PER_BYTE = 1024;

    private final ImageBytes bytes;
    private final long height;
    private final long width;
    private final int bits;
    private final int compression;

    private BmpFile(ImageBytes bytes, long height, long width, int bits, int compression) {
        this.bytes = bytes;
        this.height = height;
        this.width = width;
        this.bits = bits;
        this.compression = compression;
    }

    static BmpFile parse(ImageBytes bytes) {
        long headerBytes = bytes.unsignedInt(14, ByteOrder.LITTLE_ENDIAN);
        BmpFile file;
        if (headerBytes == 12) {
            int width = bytes.unsignedShort(18, ByteOrder.LITTLE_ENDIAN);
            int height = bytes.unsignedShort(20, ByteOrder.LITTLE_ENDIAN);
            file = new BmpFile(bytes, height, width, bytes.unsignedShort(24, ByteOrder.LITTLE_ENDIAN), 0);
        } else {
            long width = bytes.signedInt(18, ByteOrder.LITTLE_ENDIAN);
            // A negative height means rows from top to bottom.
            long height = Math.abs((long) bytes.signedInt(22, ByteOrder.LITTLE_ENDIAN));
            int bits = bytes.unsignedShort(28, ByteOrder.LITTLE_ENDIAN);
            int compression = headerBytes < INFO_HEADER ? 0 : bytes.signedInt(30, ByteOrder.LITTLE_ENDIAN);
            file = new BmpFile(bytes, height, width, bits, compression);
        }
        file.checkKind(headerBytes);
        return file;
    }

    private void checkKind(long headerBytes) {
        if (headerBytes == OS2_HEADER && compression > RUN_LENGTH_4) {
            throw bytes.unsupported("an OS/2 bitmap with compression " + compression);
        }
        if (compression == JPEG || compression == PNG) {
            throw bytes.unsupported("a bitmap that wraps a %s".formatted(compression == JPEG ? "JPEG" : "PNG"));
        }
        switch (bits) {
            case 1, 2, 4, 8, 16, 24, 32 -> {}
            default -> throw bytes.damaged("is damaged: bitmaps have no %d bits for each pixel".formatted(bits));
        }
        if (height > Integer.MAX_VALUE || width < 0) {
            throw bytes.damaged("is damaged: bitmaps have no sides of %d x %d".formatted(height, width));
        }
    }

    @Override
    public ImageHeader header() {
        return new ImageHeader(ImageFormat.BMP, (int) height, (int) width, Exif.NONE);
    }

    @Override
    public BufferedImage decode() {
        if (compression == RUN_LENGTH_4 || compression == RUN_LENGTH_8) {
            boolean fits = bits == (compression == RUN_LENGTH_4 ? 4 : 8);
            if (!fits || height * width > (long) MOST_PIXELS_PER_BYTE * bytes.length()) {
                throw bytes.damaged("is damaged: runs in %d bytes cannot hold %d x %d pixels of %d bits"
                        .formatted(bytes.length(), height, width, bits));
            }
            return reader().decode(BmpRuns.expand(bytes, (int) height, (int) width, bits));
        }
        long rowBytes = (width * bits + 31) / 32 * 4;
        bytes.require(bytes.unsignedInt(10, ByteOrder.LITTLE_ENDIAN), rowBytes * height);
        return reader().decode(bytes.array());
    }

    private Decoder reader() {
        return new Decoder(new BMPImageReaderSpi().createReaderInstance(null), bytes);
    }
}
