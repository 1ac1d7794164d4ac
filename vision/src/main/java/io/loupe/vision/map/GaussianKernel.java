package io.loupe.vision.map;

/** A Gaussian cut at four standard deviations and made to sum to one, as {@code scipy.ndimage.gaussian_filter} has it. */
final class GaussianKernel {
    private static final double TRUNCATE = 4;

    private GaussianKernel() {}

    /**
     * The weight at each distance from the centre, both sides being alike; {1} for sigma 0, which changes nothing.
     *
     * @param sigma standard deviation in pixels
     * @throws IllegalArgumentException if sigma is negative or not finite
     */
    static double[] weights(double sigma) {
        if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The smoothing sigma must be a number of pixels, 0 or more, got %s".formatted(sigma));
        }
        int radius = (int) (TRUNCATE * sigma + 0.5);
        double[] weights = new double[radius + 1];
        weights[0] = 1;
        double sum = 1;
        for (int distance = 1; distance <= radius; distance++) {
            weights[distance] = Math.exp(-0.5 * distance * distance / (sigma * sigma));
            sum += 2 * weights[distance];
        }
        for (int distance = 0; distance <= radius; distance++) {
            weights[distance] /= sum;
        }
        return weights;
    }
}
