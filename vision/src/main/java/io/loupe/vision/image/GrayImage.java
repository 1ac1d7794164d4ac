package io.loupe.vision.image;

import java.util.Arrays;

/**
 * An 8-bit picture of one channel: shape [height, width], row-major, values 0..255 as unsigned bytes.
 *
 * <p>Immutable by agreement: whoever wraps an array hands it over, and {@link #pixels()} is for reading only. Safe to
 * share between threads.
 */
public final class GrayImage {
    private final int height;
    private final int width;
    private final byte[] pixels;

    private GrayImage(int height, int width, byte[] pixels) {
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    /**
     * Takes over {@code pixels} without copying.
     *
     * @param pixels shape [height, width]
     * @throws IllegalArgumentException if a side is not positive or the array does not hold height * width bytes
     */
    public static GrayImage wrap(int height, int width, byte[] pixels) {
        if (height < 1 || width < 1 || pixels.length != (long) height * width) {
            throw new IllegalArgumentException("A grey picture of %d x %d (height x width) needs %d bytes, got %d"
                    .formatted(height, width, (long) height * width, pixels.length));
        }
        return new GrayImage(height, width, pixels);
    }

    /**
     * The luma of a colour picture after ITU-R 601-2, rounded as Pillow's {@code convert("L")} does. Cost O(height *
     * width).
     */
    public static GrayImage of(RgbImage image) {
        byte[] rgb = image.pixels();
        byte[] gray = new byte[rgb.length / 3];
        for (int i = 0, at = 0; i < gray.length; i++, at += 3) {
            int weighted = 19595 * (rgb[at] & 0xff) + 38470 * (rgb[at + 1] & 0xff) + 7471 * (rgb[at + 2] & 0xff);
            gray[i] = (byte) ((weighted + 0x8000) >> 16);
        }
        return wrap(image.height(), image.width(), gray);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The live pixel array, shape [height, width]; to be read, not written. */
    public byte[] pixels() {
        return pixels;
    }

    /** Value 0..255 at one place. */
    public int at(int row, int column) {
        return pixels[row * width + column] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrayImage that
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
        return "GrayImage[%d x %d]".formatted(height, width);
    }
}
