package io.loupe.vision.image;

import java.util.Arrays;

/**
 * An upright 8-bit RGB picture, interleaved: shape [height, width, 3], row-major, values 0..255 as unsigned bytes.
 *
 * <p>Immutable by agreement: whoever wraps an array hands it over, and {@link #pixels()} is for reading only. Safe to
 * share between threads.
 */
public final class RgbImage {
    private final int height;
    private final int width;
    private final byte[] pixels;

    private RgbImage(int height, int width, byte[] pixels) {
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    /**
     * Takes over {@code pixels} without copying.
     *
     * @param pixels shape [height, width, 3]
     * @throws IllegalArgumentException if a side is not positive or the array does not hold height * width * 3 bytes
     */
    public static RgbImage wrap(int height, int width, byte[] pixels) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A picture needs positive sides, got %d x %d (height x width)".formatted(height, width));
        }
        if (pixels.length != 3L * height * width) {
            throw new IllegalArgumentException("A picture of %d x %d (height x width) needs %d bytes, got %d"
                    .formatted(height, width, 3L * height * width, pixels.length));
        }
        return new RgbImage(height, width, pixels);
    }

    /** A picture of one colour. */
    public static RgbImage filled(int height, int width, int red, int green, int blue) {
        byte[] pixels = new byte[Math.multiplyExact(3, Math.multiplyExact(height, width))];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) red;
            pixels[i + 1] = (byte) green;
            pixels[i + 2] = (byte) blue;
        }
        return wrap(height, width, pixels);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The live pixel array, shape [height, width, 3]; to be read, not written. */
    public byte[] pixels() {
        return pixels;
    }

    /** Value 0..255 of one channel (0 red, 1 green, 2 blue) at one place. */
    public int at(int row, int column, int channel) {
        return pixels[3 * (row * width + column) + channel] & 0xff;
    }

    /**
     * A copy of what lies in a rectangle.
     *
     * @throws IllegalArgumentException if it does not lie inside the picture, or has a side that is not positive
     */
    public RgbImage part(int top, int left, int height, int width) {
        boolean isInside = top >= 0 && left >= 0 && height <= this.height - top && width <= this.width - left;
        if (!isInside || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A picture of %d x %d (height x width) has no part of %d x %d from row %d and column %d on"
                            .formatted(this.height, this.width, height, width, top, left));
        }
        byte[] part = new byte[3 * height * width];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, 3 * ((top + row) * this.width + left), part, 3 * row * width, 3 * width);
        }
        return wrap(height, width, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage that
                && height == that.height
                && width == that.width
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * height + width) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "RgbImage[%d x %d]".formatted(height, width);
    }
}
