package io.loupe.images;

import io.loupe.vision.image.RgbImage;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture to packed RGB, by its raw samples. The colour conversion of {@code BufferedImage} is avoided on
 * purpose: it takes grey for linear light and brightens it, and applies profiles.
 *
 * <p>Grey is repeated; samples wider than 8 bits are scaled (value * 255 / maximum, rounded); what is transparent shows
 * white, as on a page or a screen, because the hidden colour below it is arbitrary.
 */
final class RgbPixels {
    private RgbPixels() {}

    static RgbImage from(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        byte[] to = new byte[Math.multiplyExact(3, Math.multiplyExact(height, width))];
        Raster raster = image.getRaster();
        int[] offsets = byteOffsets(image);
        if (offsets != null) {
            copyBytes(raster, offsets, to);
        } else if (image.getColorModel() instanceof IndexColorModel palette) {
            copyPalette(raster, palette, to);
        } else {
            copySamples(raster, image.getColorModel(), to);
        }
        return RgbImage.wrap(height, width, to);
    }

    /** Where red, green and blue stand in plain interleaved bytes; null where pixels are stored in another way. */
    private static int @Nullable [] byteOffsets(BufferedImage image) {
        if (!(image.getRaster().getSampleModel() instanceof ComponentSampleModel samples)
                || !(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer)
                || buffer.getNumBanks() != 1
                || image.getColorModel() instanceof IndexColorModel
                || image.getColorModel().hasAlpha()) {
            return null;
        }
        int[] offsets = samples.getBandOffsets();
        return switch (samples.getNumBands()) {
            case 1 -> new int[] {offsets[0], offsets[0], offsets[0]};
            case 3 -> offsets;
            default -> null;
        };
    }

    private static void copyBytes(Raster raster, int[] offsets, byte[] to) {
        ComponentSampleModel samples = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        byte[] from = buffer.getData();
        int pixelStride = samples.getPixelStride();
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int source = buffer.getOffset()
                    + (y - raster.getSampleModelTranslateY() + raster.getMinY()) * samples.getScanlineStride()
                    + (raster.getMinX() - raster.getSampleModelTranslateX()) * pixelStride;
            for (int x = 0; x < raster.getWidth(); x++, source += pixelStride) {
                to[at++] = from[source + offsets[0]];
                to[at++] = from[source + offsets[1]];
                to[at++] = from[source + offsets[2]];
            }
        }
    }

    private static void copyPalette(Raster raster, IndexColorModel palette, byte[] to) {
        byte[] colors = new byte[3 * palette.getMapSize()];
        for (int i = 0; i < palette.getMapSize(); i++) {
            int alpha = palette.getAlpha(i);
            colors[3 * i] = (byte) overWhite(palette.getRed(i), alpha);
            colors[3 * i + 1] = (byte) overWhite(palette.getGreen(i), alpha);
            colors[3 * i + 2] = (byte) overWhite(palette.getBlue(i), alpha);
        }
        int[] row = new int[raster.getWidth()];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, 0, row);
            for (int index : row) {
                // Beyond the palette, decoders disagree; black is libpng's answer.
                boolean isKnown = index < palette.getMapSize();
                to[at++] = isKnown ? colors[3 * index] : 0;
                to[at++] = isKnown ? colors[3 * index + 1] : 0;
                to[at++] = isKnown ? colors[3 * index + 2] : 0;
            }
        }
    }

    private static void copySamples(Raster raster, ColorModel model, byte[] to) {
        int bands = raster.getNumBands();
        boolean isCmyk = model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        int colorBands = isCmyk ? 4 : bands >= 3 ? 3 : 1;
        boolean hasAlpha = model.hasAlpha() && bands > colorBands;
        boolean isPremultiplied = hasAlpha && model.isAlphaPremultiplied();
        int green = colorBands >= 3 ? 1 : 0;
        int blue = colorBands >= 3 ? 2 : 0;
        int[] maximum = maximums(raster);
        int[] row = new int[bands * raster.getWidth()];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int i = 0; i < row.length; i += bands) {
                for (int band = 0; band < bands; band++) {
                    row[i + band] = toByte(row[i + band], maximum[band]);
                }
                int alpha = hasAlpha ? row[i + colorBands] : 255;
                for (int band : new int[] {0, green, blue}) {
                    int value = isCmyk ? Cmyk.light(row[i + band], row[i + 3]) : row[i + band];
                    to[at++] = (byte) (isPremultiplied ? Math.min(255, value + 255 - alpha) : overWhite(value, alpha));
                }
            }
        }
    }

    private static int[] maximums(Raster raster) {
        int[] maximum = new int[raster.getNumBands()];
        for (int band = 0; band < maximum.length; band++) {
            maximum[band] = (int) ((1L << Math.min(31, raster.getSampleModel().getSampleSize(band))) - 1);
        }
        return maximum;
    }

    private static int toByte(int value, int maximum) {
        if (maximum == 255 || maximum == 0) {
            return value; // A bitmap may give a colour no bits.
        }
        return (int) ((value * 255L + maximum / 2) / maximum);
    }

    private static int overWhite(int value, int alpha) {
        return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
