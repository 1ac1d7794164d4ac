package io.loupe.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Ink to light without a colour profile, by Pillow's integer formula: red = white left by black, less its cyan share.
 * A profile would give other colours; models are trained on pictures converted this way.
 */
final class Cmyk {
    private Cmyk() {}

    /** Red, green or blue from one ink and black, 0..255 each. */
    static int light(int ink, int black) {
        int white = 255 - black;
        int product = ink * white + 128;
        return white - (((product >> 8) + product) >> 8);
    }

    /**
     * Four components as a JPEG holds them. JPEG files store inks inverted (255 is no ink), an old habit of Adobe's that
     * every program shares; with {@code isYcck} the first three are YCbCr of the inverted values of that.
     */
    static BufferedImage fromJpeg(Raster raster, boolean isYcck) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] row = new int[4 * width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            if (isYcck) {
                inksFromYcck(row);
            }
            for (int i = 0; i < row.length; i += 4) {
                int black = 255 - row[i + 3];
                to[at++] = (byte) light(255 - row[i + 2], black);
                to[at++] = (byte) light(255 - row[i + 1], black);
                to[at++] = (byte) light(255 - row[i], black);
            }
        }
        return image;
    }

    /** YCbCr to its red, green and blue (JFIF 1.02, page 3), which are the complement of the stored inks. */
    private static void inksFromYcck(int[] row) {
        for (int i = 0; i < row.length; i += 4) {
            double luma = row[i];
            double blueness = row[i + 1] - 128;
            double redness = row[i + 2] - 128;
            row[i] = 255 - clamp(luma + 1.402 * redness);
            row[i + 1] = 255 - clamp(luma - 0.344136 * blueness - 0.714136 * redness);
            row[i + 2] = 255 - clamp(luma + 1.772 * blueness);
        }
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
