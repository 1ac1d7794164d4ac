package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Pictures as bytes without loss, half as many as deflated pixels: red and blue as their differences from green, each
 * channel as its difference from what its neighbours predict (the Paeth predictor of [1], 9.4; all modulo 256), rows from
 * the top, R, G, B of each pixel, picture after picture, all as one zlib stream.
 *
 * <p>[1] Portable Network Graphics (PNG) Specification, second edition, W3C 2003
 */
final class PictureBytes {
    private static final int GREEN = 1;

    private PictureBytes() {}

    static byte[] of(List<RgbImage> images) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        // What prediction leaves over hardly repeats: looking for repetitions takes fifty times as long and finds none.
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            for (RgbImage image : images) {
                out.write(residuals(fromGreen(image.pixels()), image.width()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads exactly the bytes these sizes need, so that hostile ones cannot fill the memory.
     *
     * @throws DataFormatException if they are no zlib stream, or too short
     */
    static List<RgbImage> read(byte[] bytes, List<InputSize> sizes) throws DataFormatException {
        List<RgbImage> images = new ArrayList<>();
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes);
            for (InputSize size : sizes) {
                byte[] values = new byte[Math.multiplyExact(3, Math.multiplyExact(size.height(), size.width()))];
                for (int filled = 0; filled < values.length; ) {
                    int inflated = inflater.inflate(values, filled, values.length - filled);
                    if (inflated == 0) {
                        throw new DataFormatException("ends before its pictures do");
                    }
                    filled += inflated;
                }
                restore(values, size.width());
                addGreen(values);
                images.add(RgbImage.wrap(size.height(), size.width(), values));
            }
        }
        return images;
    }

    private static byte[] fromGreen(byte[] pixels) {
        byte[] values = pixels.clone();
        for (int i = 0; i < values.length; i += 3) {
            values[i] -= values[i + GREEN];
            values[i + 2] -= values[i + GREEN];
        }
        return values;
    }

    private static void addGreen(byte[] values) {
        for (int i = 0; i < values.length; i += 3) {
            values[i] += values[i + GREEN];
            values[i + 2] += values[i + GREEN];
        }
    }

    private static byte[] residuals(byte[] values, int width) {
        byte[] residuals = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = (byte) (values[i] - predicted(values, i, 3 * width));
        }
        return residuals;
    }

    /** Turns residuals back into values in place; what a value is predicted from comes before it. */
    private static void restore(byte[] residuals, int width) {
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] += (byte) predicted(residuals, i, 3 * width);
        }
    }

    /** Left, upper or upper left neighbour, whichever is nearest to left + upper - upper left; 0 outside the picture. */
    private static int predicted(byte[] values, int at, int stride) {
        boolean hasLeft = at % stride >= 3;
        boolean hasUpper = at >= stride;
        int left = hasLeft ? values[at - 3] & 0xff : 0;
        int upper = hasUpper ? values[at - stride] & 0xff : 0;
        int upperLeft = hasLeft && hasUpper ? values[at - stride - 3] & 0xff : 0;
        int fromLeft = Math.abs(upper - upperLeft);
        int fromUpper = Math.abs(left - upperLeft);
        int fromUpperLeft = Math.abs(left + upper - 2 * upperLeft);
        if (fromLeft <= fromUpper && fromLeft <= fromUpperLeft) {
            return left;
        }
        return fromUpper <= fromUpperLeft ? upper : upperLeft;
    }
}
