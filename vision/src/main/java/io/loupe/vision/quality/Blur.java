package io.loupe.vision.quality;

import io.loupe.vision.image.GrayImage;

/**
 * The blur effect of Crété et al.: a sharp picture loses most of the differences between its neighbouring pixels when it is
 * blurred, a blurred one hardly any. It does not depend on contrast.
 */
final class Blur {
    /** The paper's low-pass filter averages this many pixels. */
    private static final int WINDOW = 9;

    private Blur() {}

    /** 0..1, larger = more blurred; of the two directions the worse. 1 for a plain picture, where nothing can be lost. */
    static double of(GrayImage image) {
        return Math.max(
                along(image, image.height(), image.width(), image.width(), 1),
                along(image, image.width(), image.height(), 1, image.width()));
    }

    /**
     * The blur along lines.
     *
     * @param toNextLine distance in the pixel array from one line to the next
     * @param step distance from one pixel of a line to the next
     */
    private static double along(GrayImage image, int lines, int length, int toNextLine, int step) {
        byte[] pixels = image.pixels();
        double differences = 0;
        double lost = 0;
        double[] averages = new double[length];
        for (int line = 0; line < lines; line++) {
            int begin = line * toNextLine;
            average(pixels, begin, step, averages);
            for (int i = 1; i < length; i++) {
                int at = begin + i * step;
                int difference = Math.abs((pixels[at] & 0xff) - (pixels[at - step] & 0xff));
                differences += difference;
                lost += Math.max(0, difference - Math.abs(averages[i] - averages[i - 1]));
            }
        }
        return differences == 0 ? 1 : (differences - lost) / differences;
    }

    /** The mean of the window around each pixel; beyond an end, its last pixel goes on. */
    private static void average(byte[] pixels, int begin, int step, double[] averages) {
        int last = averages.length - 1;
        int sum = 0;
        for (int i = -WINDOW / 2; i <= WINDOW / 2; i++) {
            sum += pixels[begin + Math.clamp(i, 0, last) * step] & 0xff;
        }
        for (int i = 0; i <= last; i++) {
            averages[i] = (double) sum / WINDOW;
            sum += pixels[begin + Math.min(i + WINDOW / 2 + 1, last) * step] & 0xff;
            sum -= pixels[begin + Math.max(i - WINDOW / 2, 0) * step] & 0xff;
        }
    }
}
