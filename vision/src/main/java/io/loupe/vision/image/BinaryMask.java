package io.loupe.vision.image;

import java.util.Arrays;

/** Which pixels of a picture are set: shape [height, width], row-major. Immutable by agreement, like a picture. */
public final class BinaryMask {
    private final int height;
    private final int width;
    private final boolean[] pixels;

    private BinaryMask(int height, int width, boolean[] pixels) {
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    /**
     * Takes over {@code pixels} without copying.
     *
     * @throws IllegalArgumentException if a side is not positive or the array does not hold height * width values
     */
    public static BinaryMask wrap(int height, int width, boolean[] pixels) {
        if (height < 1 || width < 1 || pixels.length != (long) height * width) {
            throw new IllegalArgumentException("A mask of %d x %d (height x width) needs %d values, got %d"
                    .formatted(height, width, (long) height * width, pixels.length));
        }
        return new BinaryMask(height, width, pixels);
    }

    /** A mask with nothing set: the ground truth of a good part. */
    public static BinaryMask empty(int height, int width) {
        return wrap(height, width, new boolean[Math.multiplyExact(height, width)]);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public boolean at(int row, int column) {
        return pixels[row * width + column];
    }

    /** The live values, shape [height, width]; to be read, not written. */
    public boolean[] pixels() {
        return pixels;
    }

    /** How many pixels are set. */
    public int area() {
        int area = 0;
        for (boolean pixel : pixels) {
            area += pixel ? 1 : 0;
        }
        return area;
    }

    /**
     * This mask at another size, each pixel that of the nearest old one; this mask itself where the size is the same.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    public BinaryMask resized(int newHeight, int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        BinaryMask resized = empty(newHeight, newWidth);
        for (int row = 0; row < newHeight; row++) {
            int from = (int) ((2L * row + 1) * height / (2L * newHeight)) * width;
            for (int column = 0; column < newWidth; column++) {
                resized.pixels[row * newWidth + column] =
                        pixels[from + (int) ((2L * column + 1) * width / (2L * newWidth))];
            }
        }
        return resized;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryMask that
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
        return "BinaryMask[%d x %d, %d set]".formatted(height, width, area());
    }
}
