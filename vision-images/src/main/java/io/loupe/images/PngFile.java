package io.loupe.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A PNG file, decoded by the JDK's reader from a copy of the chunks that make pixels, each with its checksum verified.
 * Text, profiles and gamma never reach the reader: a text chunk that inflates without end costs nothing, and the
 * numbers in the file are the numbers in the picture. Of an animated PNG this is the default image.
 */
final class PngFile implements EncodedImage {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private static final int HEADER_AT = 8;
    /** A chunk's length, name and checksum. */
    private static final int FRAMING = 12;

    private final ImageBytes bytes;
    private Exif exif = Exif.NONE;

    private PngFile(ImageBytes bytes) {
        this.bytes = bytes;
    }

    static PngFile parse(ImageBytes bytes) {
        PngFile file = new PngFile(bytes);
        file.checkHeader();
        file.findOrientation();
        return file;
    }

    private void checkHeader() {
        if (!bytes.holds(HEADER_AT + 4, "IHDR") || length(HEADER_AT) != 13) {
            throw bytes.damaged("is damaged: the PNG does not begin with its header");
        }
        bytes.require(HEADER_AT, FRAMING + 13);
        checkChecksum(HEADER_AT);
        int depth = bytes.unsignedByte(24);
        int colorType = bytes.unsignedByte(25);
        boolean isAllowed = switch (colorType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            default -> false;
        };
        if (!isAllowed) {
            throw bytes.damaged("is damaged: PNG has no colour type %d with %d bits".formatted(colorType, depth));
        }
    }

    private void findOrientation() {
        int at = HEADER_AT;
        while (at + FRAMING <= bytes.length() && !bytes.holds(at + 4, "IEND")) {
            long length = length(at);
            if (at + FRAMING + length > bytes.length()) {
                return;
            }
            if (bytes.holds(at + 4, "eXIf")) {
                exif = Exif.of(bytes, at + 8, at + 8 + (int) length);
            }
            at += FRAMING + (int) length;
        }
    }

    private long length(int chunk) {
        return bytes.unsignedInt(chunk, ByteOrder.BIG_ENDIAN);
    }

    private void checkChecksum(int chunk) {
        int length = (int) length(chunk);
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), chunk + 4, 4 + length);
        if (checksum.getValue() != bytes.unsignedInt(chunk + 8L + length, ByteOrder.BIG_ENDIAN)) {
            throw bytes.damaged("is damaged: a checksum at byte %d is wrong".formatted(chunk));
        }
    }

    @Override
    public ImageHeader header() {
        long width = bytes.unsignedInt(16, ByteOrder.BIG_ENDIAN);
        long height = bytes.unsignedInt(20, ByteOrder.BIG_ENDIAN);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw bytes.damaged("is damaged: PNG has no sides of %d x %d".formatted(height, width));
        }
        return new ImageHeader(ImageFormat.PNG, (int) height, (int) width, exif);
    }

    @Override
    public BufferedImage decode() {
        return Decoder.jdk("png", bytes).decode(pixelChunks());
    }

    private byte[] pixelChunks() {
        ByteArrayOutputStream png = new ByteArrayOutputStream(bytes.length());
        png.write(bytes.array(), 0, HEADER_AT);
        int at = HEADER_AT;
        while (true) {
            long length = length(at);
            int end = bytes.require(at, FRAMING + length) + FRAMING + (int) length;
            if (isForPixels(at + 4)) {
                checkChecksum(at);
                png.write(bytes.array(), at, end - at);
            }
            if (bytes.holds(at + 4, "IEND")) {
                return png.toByteArray();
            }
            at = end;
        }
    }

    private boolean isForPixels(int name) {
        return bytes.holds(name, "IHDR")
                || bytes.holds(name, "PLTE")
                || bytes.holds(name, "tRNS")
                || bytes.holds(name, "IDAT")
                || bytes.holds(name, "IEND");
    }
}
