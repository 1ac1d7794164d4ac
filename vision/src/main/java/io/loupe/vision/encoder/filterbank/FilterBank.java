package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;

/** The raw responses of the filter bank: 84 channels on a grid of stride 8. Stateless and thread-safe. */
final class FilterBank {
    /*
     * A pyramid of Gaussian scales 1, 2, 4 and 8 [1]: level k shows the picture blurred by 2^k pixels and sampled every
     * 2^k pixels, so on each level the blur is one pixel wide and the same 21 filters serve all. The next level is made
     * by a blur of variance 3 - 1/4 and the mean of two by two, whose own variance is 1/4 per axis: together the
     * missing 2^2 - 1^2. Means of two by two keep the cells of all levels in line.
     *
     * [1] P. J. Burt, E. H. Adelson, The Laplacian pyramid as a compact image code, IEEE Trans. Comm. 31 (4), 1983.
     */
    static final int STRIDE = 8;
    static final int SCALES = 4;
    static final int CHANNELS = SCALES * ScaleResponses.CHANNELS;

    private static final float[] FIRST_BLUR = gaussian(1);
    private static final float[] NEXT_BLUR = gaussian(Math.sqrt(3 - 0.25));

    private FilterBank() {}

    /**
     * The responses to a picture, channels ordered by scale. Cost O(height * width).
     *
     * @param image both sides multiples of {@link #STRIDE}
     */
    static PatchFeatures respond(RgbImage image) {
        int rows = image.height() / STRIDE;
        int columns = image.width() / STRIDE;
        float[] responses = new float[rows * columns * CHANNELS];
        Plane luminance = Plane.of(image, 1 / 3f, 1 / 3f, 1 / 3f).blurred(FIRST_BLUR);
        Plane redGreen = Plane.of(image, 1, -1, 0).blurred(FIRST_BLUR);
        Plane blueYellow = Plane.of(image, -0.5f, -0.5f, 1).blurred(FIRST_BLUR);
        for (int scale = 0; scale < SCALES; scale++) {
            if (scale > 0) {
                luminance = luminance.blurred(NEXT_BLUR).halved();
                redGreen = redGreen.blurred(NEXT_BLUR).halved();
                blueYellow = blueYellow.blurred(NEXT_BLUR).halved();
            }
            new ScaleResponses(luminance, redGreen, blueYellow)
                    .pool(STRIDE >> scale, responses, scale * ScaleResponses.CHANNELS, CHANNELS);
        }
        return PatchFeatures.wrap(rows, columns, CHANNELS, responses);
    }

    /** Weights by distance from the centre, cut off at three deviations, of sum 1. */
    private static float[] gaussian(double deviation) {
        int radius = (int) Math.ceil(3 * deviation);
        double[] weights = new double[radius + 1];
        double sum = 0;
        for (int distance = 0; distance <= radius; distance++) {
            weights[distance] = StrictMath.exp(-0.5 * distance * distance / (deviation * deviation));
            sum += distance == 0 ? weights[distance] : 2 * weights[distance];
        }
        float[] normalized = new float[radius + 1];
        for (int distance = 0; distance <= radius; distance++) {
            normalized[distance] = (float) (weights[distance] / sum);
        }
        return normalized;
    }
}
