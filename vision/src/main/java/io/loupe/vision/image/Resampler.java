package io.loupe.vision.image;

import java.util.Arrays;

/**
 * Resizes pictures with antialiasing, for everything that feeds an encoder or a hash: the result equals that of
 * Pillow's {@code Image.resize} to the bit, so features computed here and in Python see the same pixels.
 *
 * <p>Stateless and thread-safe. Cost O(output width * input height * reach + output height * output width * reach),
 * where reach is the width of the filter in input pixels.
 */
public final class Resampler {
    /*
     * Pillow's path for 8-bit pictures (libImaging/Resample.c): the filter is separable, so the picture is resampled
     * along its rows first and along its columns then, with the rows rounded to 8 bits in between. Weights are
     * computed in double, normalised to sum 1 and rounded to multiples of 2^-22; a sample is the integer sum of
     * weight * value plus one half, shifted and clamped to 0..255. A pass whose size does not change is left out.
     * The clamp matters for the two filters with negative lobes, bicubic and Lanczos.
     */
    private static final int HALF = 1 << (ResamplingKernel.PRECISION_BITS - 1);

    private Resampler() {}

    /**
     * The picture at another size; the picture itself when the size is already right.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    public static RgbImage resize(RgbImage image, int height, int width, Resampling filter) {
        requirePositive(height, width);
        if (image.height() == height && image.width() == width) {
            return image;
        }
        byte[] pixels = image.pixels();
        if (width != image.width()) {
            pixels = resizeRowsOfRgb(pixels, image.width(), ResamplingKernel.of(image.width(), width, filter));
        }
        if (height != image.height()) {
            pixels = resizeColumns(pixels, 3 * width, ResamplingKernel.of(image.height(), height, filter));
        }
        return RgbImage.wrap(height, width, pixels);
    }

    /**
     * The grey picture at another size; the picture itself when the size is already right.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    public static GrayImage resize(GrayImage image, int height, int width, Resampling filter) {
        requirePositive(height, width);
        if (image.height() == height && image.width() == width) {
            return image;
        }
        byte[] pixels = image.pixels();
        if (width != image.width()) {
            pixels = resizeRowsOfGray(pixels, image.width(), ResamplingKernel.of(image.width(), width, filter));
        }
        if (height != image.height()) {
            pixels = resizeColumns(pixels, width, ResamplingKernel.of(image.height(), height, filter));
        }
        return GrayImage.wrap(height, width, pixels);
    }

    private static void requirePositive(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Cannot resize to %d x %d (height x width): both sides must be 1 or more".formatted(height, width));
        }
    }

    /**
     * Red and green share one long, red in the lower half: one multiplication serves both, and as a sum needs less than
     * 32 bits the halves separate again. With the row unpacked first, the innermost loop becomes vector code.
     */
    private static byte[] resizeRowsOfRgb(byte[] pixels, int width, ResamplingKernel kernel) {
        int height = pixels.length / (3 * width);
        int[] weights = kernel.weights();
        byte[] resized = new byte[Math.multiplyExact(3 * height, kernel.outputSize())];
        long[] redGreen = new long[width];
        int[] blue = new int[width];
        int target = 0;
        for (int row = 0; row < height; row++) {
            unpackRow(pixels, row * width, redGreen, blue);
            for (int column = 0; column < kernel.outputSize(); column++) {
                long redGreenSum = HALF + ((long) HALF << 32);
                int blueSum = HALF;
                int source = kernel.first(column);
                int offset = kernel.offset(column);
                int count = kernel.count(column);
                for (int i = 0; i < count; i++) {
                    int weight = weights[offset + i];
                    redGreenSum += redGreen[source + i] * weight;
                    blueSum += blue[source + i] * weight;
                }
                int redSum = (int) redGreenSum;
                int greenSum = (int) ((redGreenSum - redSum) >> 32);
                resized[target++] = toByte(redSum);
                resized[target++] = toByte(greenSum);
                resized[target++] = toByte(blueSum);
            }
        }
        return resized;
    }

    private static void unpackRow(byte[] pixels, int firstPixel, long[] redGreen, int[] blue) {
        for (int i = 0, at = 3 * firstPixel; i < blue.length; i++, at += 3) {
            redGreen[i] = (pixels[at] & 0xffL) | (pixels[at + 1] & 0xffL) << 32;
            blue[i] = pixels[at + 2] & 0xff;
        }
    }

    private static byte[] resizeRowsOfGray(byte[] pixels, int width, ResamplingKernel kernel) {
        int height = pixels.length / width;
        int[] weights = kernel.weights();
        byte[] resized = new byte[Math.multiplyExact(height, kernel.outputSize())];
        int[] gray = new int[width];
        int target = 0;
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < width; i++) {
                gray[i] = pixels[row * width + i] & 0xff;
            }
            for (int column = 0; column < kernel.outputSize(); column++) {
                int sum = HALF;
                int source = kernel.first(column);
                int offset = kernel.offset(column);
                int count = kernel.count(column);
                for (int i = 0; i < count; i++) {
                    sum += gray[source + i] * weights[offset + i];
                }
                resized[target++] = toByte(sum);
            }
        }
        return resized;
    }

    /** Works on whole rows of bytes, whatever their channels, in loops that the compiler turns into vector code. */
    private static byte[] resizeColumns(byte[] pixels, int rowBytes, ResamplingKernel kernel) {
        int[] sums = new int[rowBytes];
        byte[] resized = new byte[Math.multiplyExact(rowBytes, kernel.outputSize())];
        for (int row = 0; row < kernel.outputSize(); row++) {
            Arrays.fill(sums, HALF);
            for (int i = 0; i < kernel.count(row); i++) {
                int weight = kernel.weights()[kernel.offset(row) + i];
                addRow(sums, pixels, (kernel.first(row) + i) * rowBytes, weight);
            }
            int target = row * rowBytes;
            for (int i = 0; i < rowBytes; i++) {
                resized[target + i] = toByte(sums[i]);
            }
        }
        return resized;
    }

    private static void addRow(int[] sums, byte[] pixels, int source, int weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * (pixels[source + i] & 0xff);
        }
    }

    private static byte toByte(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> ResamplingKernel.PRECISION_BITS));
    }
}
