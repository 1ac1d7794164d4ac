package io.loupe.images;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.util.Set;

/**
 * The first picture of a TIFF or BigTIFF file, decoded by TwelveMonkeys' reader once the numbers that decide how much
 * memory it takes have been checked.
 */
final class TiffFile implements EncodedImage {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int COMPRESSION = 259;
    private static final int EXTRA_SAMPLES = 338;
    private static final int ASSOCIATED_ALPHA = 1;
    private static final int STRIP_OFFSETS = 273;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;

    /** None, fax (2-4), LZW, JPEG (old and new), Deflate (official and old), PackBits. */
    private static final Set<Long> COMPRESSIONS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 32946L, 32773L);

    private static final int MOST_SAMPLES = 8;
    private static final int MOST_TILE_SIDE = 16_384;

    private final ImageBytes bytes;
    private final TiffDirectory directory;

    private TiffFile(ImageBytes bytes, TiffDirectory directory) {
        this.bytes = bytes;
        this.directory = directory;
    }

    static TiffFile parse(ImageBytes bytes) {
        TiffFile file = new TiffFile(bytes, TiffDirectory.first(bytes));
        file.check();
        return file;
    }

    private void check() {
        long compression = directory.value(COMPRESSION, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw bytes.unsupported("a TIFF with compression %d (%s)".formatted(compression, name(compression)));
        }
        long samples = directory.value(SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw bytes.unsupported("a TIFF of %d samples for each pixel".formatted(samples));
        }
        for (long bits : directory.values(BITS_PER_SAMPLE)) {
            if (bits < 1 || bits > 64) {
                throw bytes.damaged("is damaged: a TIFF sample has no %d bits".formatted(bits));
            }
        }
        if (directory.value(TILE_WIDTH, 1) > MOST_TILE_SIDE || directory.value(TILE_HEIGHT, 1) > MOST_TILE_SIDE) {
            throw bytes.damaged("is damaged: its tiles have sides over %d".formatted(MOST_TILE_SIDE));
        }
        if (!directory.has(STRIP_OFFSETS) && !directory.has(TILE_OFFSETS)) {
            throw bytes.damaged("is damaged: the TIFF does not say where its pixels are");
        }
    }

    private static String name(long compression) {
        return switch ((int) compression) {
            case 34925 -> "LZMA";
            case 50000 -> "Zstandard";
            case 50001 -> "WebP";
            case 33003, 33005, 34712 -> "JPEG 2000";
            default -> "of a program's own";
        };
    }

    @Override
    public ImageHeader header() {
        long height = directory.value(HEIGHT, 0);
        long width = directory.value(WIDTH, 0);
        if (height > Integer.MAX_VALUE || width > Integer.MAX_VALUE) {
            throw bytes.damaged("is damaged: a TIFF has no sides of %d x %d".formatted(height, width));
        }
        return new ImageHeader(ImageFormat.TIFF, (int) height, (int) width, Exif.of(directory));
    }

    @Override
    public BufferedImage decode() {
        Decoder decoder = new Decoder(new TIFFImageReaderSpi().createReaderInstance(null), bytes);
        BufferedImage image = decoder.decode(bytes.array());
        boolean isAssociated = directory.value(EXTRA_SAMPLES, 0) == ASSOCIATED_ALPHA;
        return isAssociated && image.getColorModel() instanceof ComponentColorModel ? premultiplied(image) : image;
    }

    /** The reader hands out such samples as they are, but calls them not multiplied by alpha. */
    private static BufferedImage premultiplied(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (!model.hasAlpha() || model.isAlphaPremultiplied()) {
            return image;
        }
        ColorModel right = new ComponentColorModel(
                model.getColorSpace(), true, true, Transparency.TRANSLUCENT, model.getTransferType());
        return new BufferedImage(right, image.getRaster(), true, null);
    }
}
