package io.loupe.images;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** A decoded picture to a mask: set is what is not black, and not wholly transparent, at the precision of the file. */
final class MaskPixels {
    private MaskPixels() {}

    /** @param darkest samples up to this value, in the file's own range, count as black */
    static BinaryMask from(BufferedImage image, int darkest, Orientation orientation) {
        GrayImage upright = orientation.apply(stored(image, darkest));
        boolean[] pixels = new boolean[upright.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = upright.pixels()[i] != 0;
        }
        return BinaryMask.wrap(upright.height(), upright.width(), pixels);
    }

    private static GrayImage stored(BufferedImage image, int darkest) {
        Raster raster = image.getRaster();
        int height = raster.getHeight();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        ColorModel model = image.getColorModel();
        int alphaBand = model.hasAlpha() && !(model instanceof IndexColorModel) ? bands - 1 : -1;
        byte[] pixels = new byte[Math.multiplyExact(height, width)];
        int[] row = new int[bands * width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                boolean isSet = model instanceof IndexColorModel palette
                        ? isSet(palette, row[x], darkest)
                        : isSet(row, x * bands, bands, alphaBand, darkest);
                pixels[y * width + x] = (byte) (isSet ? 1 : 0);
            }
        }
        return GrayImage.wrap(height, width, pixels);
    }

    private static boolean isSet(IndexColorModel palette, int index, int darkest) {
        return index < palette.getMapSize()
                && palette.getAlpha(index) > 0
                && Math.max(palette.getRed(index), Math.max(palette.getGreen(index), palette.getBlue(index))) > darkest;
    }

    private static boolean isSet(int[] row, int at, int bands, int alphaBand, int darkest) {
        if (alphaBand >= 0 && row[at + alphaBand] == 0) {
            return false;
        }
        for (int band = 0; band < bands; band++) {
            if (band != alphaBand && row[at + band] > darkest) {
                return true;
            }
        }
        return false;
    }
}
