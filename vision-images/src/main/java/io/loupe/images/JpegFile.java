package io.loupe.images;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/**
 * A JPEG file, decoded by the JDK's reader from a cleaned copy: the tables, frame and scans as they are, no metadata,
 * and one Adobe marker that states the colour model. So neither a colour profile, a thumbnail nor the reader's own
 * guessing has a say, and colours come out as libjpeg (hence Pillow) would have them.
 */
final class JpegFile implements EncodedImage {
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int JPEG_LS = 0xf7;

    /** Each scan of a progressive picture passes over all pixels; cameras and programs write about ten. */
    private static final int MOST_SCANS = 200;

    /** How the components of a frame become red, green and blue; the transform is the Adobe marker's number. */
    private enum ColorModel {
        GREY(0),
        RGB(0),
        YCBCR(1),
        CMYK(0),
        YCCK(2);

        private final int adobeTransform;

        ColorModel(int adobeTransform) {
            this.adobeTransform = adobeTransform;
        }
    }

    private final ImageBytes bytes;
    private final ByteArrayOutputStream cleaned = new ByteArrayOutputStream();
    private Exif exif = Exif.NONE;
    private int frame;
    private int adobeTransform = -1;
    private boolean isJfif;
    private int firstScan;

    private JpegFile(ImageBytes bytes) {
        this.bytes = bytes;
    }

    static JpegFile parse(ImageBytes bytes) {
        JpegFile file = new JpegFile(bytes);
        file.readSegments();
        file.checkFrame();
        return file;
    }

    /** Walks the segments up to the first scan. */
    private void readSegments() {
        int at = 2;
        while (true) {
            // Between segments, junk and fill bytes are passed over, as libjpeg does.
            while (bytes.unsignedByte(at) != 0xff
                    || bytes.unsignedByte(at + 1) == 0xff
                    || bytes.unsignedByte(at + 1) == 0) {
                at++;
            }
            int marker = bytes.unsignedByte(at + 1);
            if (marker == END_OF_IMAGE) {
                throw bytes.damaged("is damaged: the JPEG ends before its pixels begin");
            }
            if ((marker >= 0xd0 && marker <= 0xd8) || marker == 1) {
                at += 2;
                continue;
            }
            int length = bytes.unsignedShort(at + 2, ByteOrder.BIG_ENDIAN);
            int end = bytes.require(at + 2, Math.max(2, length)) + Math.max(2, length);
            if (marker == START_OF_SCAN) {
                firstScan = at;
                return;
            }
            readSegment(marker, at + 4, end);
            if (marker != COMMENT && (marker < APP0 || marker > APP15)) {
                cleaned.write(bytes.array(), at, end - at);
            }
            at = end;
        }
    }

    private void readSegment(int marker, int from, int end) {
        boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame || marker == JPEG_LS) {
            if (frame != 0) {
                throw bytes.damaged("is damaged: it has two JPEG frame headers");
            }
            frame = from - 4;
        } else if (marker == APP0 && bytes.holds(from, "JFIF\0")) {
            isJfif = true;
        } else if (marker == APP1 && bytes.holds(from, "Exif\0\0") && exif.equals(Exif.NONE)) {
            exif = Exif.of(bytes, from, end);
        } else if (marker == APP14 && bytes.holds(from, "Adobe") && end - from >= 12) {
            adobeTransform = bytes.unsignedByte(from + 11);
        }
    }

    private void checkFrame() {
        if (frame == 0) {
            throw bytes.damaged("is damaged: the JPEG has no frame header");
        }
        int marker = bytes.unsignedByte(frame + 1);
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> {}
            case 0xc3, JPEG_LS -> throw bytes.unsupported("a lossless JPEG");
            case 0xc9, 0xca, 0xcb -> throw bytes.unsupported("a JPEG with arithmetic coding");
            default -> throw bytes.unsupported("a hierarchical JPEG");
        }
        if (bytes.unsignedByte(frame + 4) != 8) {
            throw bytes.unsupported("a JPEG with %d bits for each sample".formatted(bytes.unsignedByte(frame + 4)));
        }
        if (bytes.unsignedShort(frame + 5, ByteOrder.BIG_ENDIAN) == 0) {
            throw bytes.unsupported("a JPEG that tells its height only after the pixels");
        }
        int components = components();
        if (components != 1 && components != 3 && components != 4) {
            throw bytes.unsupported("a JPEG of %d components".formatted(components));
        }
        bytes.require(frame + 10, 3L * components);
    }

    private int components() {
        return bytes.unsignedByte(frame + 9);
    }

    @Override
    public ImageHeader header() {
        int height = bytes.unsignedShort(frame + 5, ByteOrder.BIG_ENDIAN);
        int width = bytes.unsignedShort(frame + 7, ByteOrder.BIG_ENDIAN);
        return new ImageHeader(ImageFormat.JPEG, height, width, exif);
    }

    @Override
    public BufferedImage decode() {
        checkScans();
        ColorModel colors = colorModel();
        byte[] jpeg = cleaned(colors);
        Decoder decoder = Decoder.jdk("jpeg", bytes);
        return switch (colors) {
            case GREY, RGB, YCBCR -> decoder.decode(jpeg);
            case CMYK, YCCK -> {
                Raster raster = decoder.decodeRaster(jpeg);
                yield Cmyk.fromJpeg(raster, colors == ColorModel.YCCK);
            }
        };
    }

    private void checkScans() {
        int scans = 0;
        byte[] array = bytes.array();
        for (int i = firstScan; i + 1 < array.length; i++) {
            if (array[i] == (byte) 0xff && array[i + 1] == (byte) START_OF_SCAN && ++scans > MOST_SCANS) {
                throw bytes.tooLarge("is a JPEG of more than %d scans".formatted(MOST_SCANS));
            }
        }
    }

    /** The rules of libjpeg's {@code default_decompress_parms}. */
    private ColorModel colorModel() {
        return switch (components()) {
            case 1 -> ColorModel.GREY;
            case 4 -> adobeTransform == 2 ? ColorModel.YCCK : ColorModel.CMYK;
            default -> {
                if (isJfif) {
                    yield ColorModel.YCBCR;
                }
                if (adobeTransform >= 0) {
                    yield adobeTransform == 0 ? ColorModel.RGB : ColorModel.YCBCR;
                }
                boolean named = bytes.unsignedByte(frame + 10) == 'R'
                        && bytes.unsignedByte(frame + 13) == 'G'
                        && bytes.unsignedByte(frame + 16) == 'B';
                yield named ? ColorModel.RGB : ColorModel.YCBCR;
            }
        };
    }

    private byte[] cleaned(ColorModel colors) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(bytes.length() + 32);
        byte[] start = {
            (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0
        };
        jpeg.writeBytes(start);
        jpeg.write(colors.adobeTransform);
        jpeg.writeBytes(cleaned.toByteArray());
        jpeg.write(bytes.array(), firstScan, bytes.length() - firstScan);
        return jpeg.toByteArray();
    }
}
