package io.loupe.vision.quality;

import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/**
 * What can be said of a picture without knowing what it shows, by its luma at a longest side of at most 512 pixels, so that
 * large and small versions are measured alike. Hints for sorting and for finding the spoiled ones, no judgement: an X-ray
 * is dark, and a drawing on white has little information.
 *
 * @param sharpness 0..1, how much of the difference between neighbouring pixels is lost by blurring (1 minus the blur of
 *     Crété et al. [1]); 0 for a plain picture, about 0.3 for a blurred and 0.7 for a sharp photograph
 * @param brightness 0..1, the mean luma; 0 black, 1 white
 * @param contrast 0..1, the standard deviation of the luma over its largest possible value (root mean square contrast [2])
 * @param information 0..1, the entropy of the histogram of 256 values over its largest possible value, 8 bits [3]
 *
 * <p>[1] Crété, Dolmiere, Ladret, Nicolas, The blur effect: perception and estimation with a new no-reference perceptual
 * blur metric, 2007, https://doi.org/10.1117/12.702790
 *
 * <p>[2] Peli, Contrast in complex images, 1990, https://doi.org/10.1364/JOSAA.7.002032
 *
 * <p>[3] Shannon, A mathematical theory of communication, 1948, section 6
 */
public record PictureQuality(double sharpness, double brightness, double contrast, double information) {
    private static final int LONGEST_SIDE = 512;
    private static final int LEVELS = 256;

    /** The quality of a picture of any size; values are rounded to four digits. O(height * width). */
    public static PictureQuality of(RgbImage image) {
        GrayImage gray = GrayImage.of(reduce(image));
        long[] histogram = new long[LEVELS];
        for (byte pixel : gray.pixels()) {
            histogram[pixel & 0xff]++;
        }
        double count = gray.pixels().length;
        double sum = 0;
        double sumOfSquares = 0;
        double entropy = 0;
        for (int level = 0; level < LEVELS; level++) {
            double share = histogram[level] / count;
            sum += level * share;
            sumOfSquares += (double) level * level * share;
            entropy -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        double deviation = Math.sqrt(Math.max(0, sumOfSquares - sum * sum));
        return new PictureQuality(
                rounded(1 - Blur.of(gray)),
                rounded(sum / (LEVELS - 1)),
                rounded(2 * deviation / (LEVELS - 1)),
                rounded(entropy / 8));
    }

    /**
     * One number to sort by, 0..1, larger = better: the geometric mean of sharpness, exposure (1 at medium brightness, 0 at
     * black and white), contrast (a half and more counts as full) and information, so that whatever is missing altogether
     * cannot be made up for.
     */
    public double score() {
        double exposure = 1 - Math.pow(2 * brightness - 1, 2);
        double product = sharpness * exposure * Math.min(1, 2 * contrast) * information;
        return rounded(Math.pow(product, 0.25));
    }

    private static RgbImage reduce(RgbImage image) {
        int longest = Math.max(image.height(), image.width());
        if (longest <= LONGEST_SIDE) {
            return image;
        }
        double scale = (double) LONGEST_SIDE / longest;
        return Resampler.resize(
                image,
                (int) Math.max(1, Math.round(image.height() * scale)),
                (int) Math.max(1, Math.round(image.width() * scale)),
                Resampling.BILINEAR);
    }

    private static double rounded(double value) {
        return Math.round(Math.clamp(value, 0.0, 1.0) * 1e4) / 1e4;
    }
}
