package io.loupe.vision.image;

/**
 * The lowest frequencies of the two-dimensional discrete cosine transform (type II, not normalised, as
 * {@code scipy.fftpack.dct} along both axes) of a small square.
 */
final class CosineTransform {
    /*
     * A coefficient of even number sees only the sums of mirror-image samples, one of odd number only their
     * differences, and the even ones are a transform of half the length again [1]. Folding that way costs less, and
     * makes symmetry exact: a constant row has zeros, not rounding noise, above frequency 0, and a mirrored row has the
     * same coefficients with the odd signs turned.
     *
     * [1] B. G. Lee, A new algorithm to compute the discrete cosine transform, IEEE Trans. ASSP 32 (6), 1984.
     */
    static final int SIDE = 32;

    private static final double[] COSINES = cosines();

    private CosineTransform() {}

    private static double[] cosines() {
        double[] cosines = new double[4 * SIDE];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = StrictMath.cos(2 * Math.PI * i / cosines.length);
        }
        return cosines;
    }

    /**
     * Coefficients 0 to {@code count - 1} along both axes.
     *
     * @param square of {@link #SIDE} rows and columns
     * @return shape [count, count], vertical frequency first
     */
    static double[] lowFrequencies(GrayImage square, int count) {
        double[][] columns = new double[SIDE][];
        for (int column = 0; column < SIDE; column++) {
            double[] samples = new double[SIDE];
            for (int row = 0; row < SIDE; row++) {
                samples[row] = square.at(row, column);
            }
            columns[column] = transform(samples, count);
        }
        double[] coefficients = new double[count * count];
        for (int frequency = 0; frequency < count; frequency++) {
            double[] samples = new double[SIDE];
            for (int column = 0; column < SIDE; column++) {
                samples[column] = columns[column][frequency];
            }
            System.arraycopy(transform(samples, count), 0, coefficients, frequency * count, count);
        }
        return coefficients;
    }

    /** X[k] = 2 sum of x[i] cos(pi k (2i + 1) / 2n), for k below count; n is a power of two up to SIDE. */
    private static double[] transform(double[] samples, int count) {
        int length = samples.length;
        if (length == 1) {
            return new double[] {2 * samples[0]};
        }
        double[] sums = new double[length / 2];
        double[] differences = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            sums[i] = samples[i] + samples[length - 1 - i];
            differences[i] = samples[i] - samples[length - 1 - i];
        }
        double[] even = transform(sums, (count + 1) / 2);
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            coefficients[k] = k % 2 == 0 ? even[k / 2] : odd(differences, k);
        }
        return coefficients;
    }

    private static double odd(double[] differences, int frequency) {
        // In steps of the table, 2 pi / (4 SIDE), the angle pi k (2i + 1) / 2n is k (2i + 1) SIDE / n.
        int step = frequency * SIDE / (2 * differences.length);
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += differences[i] * COSINES[(2 * i + 1) * step % COSINES.length];
        }
        return 2 * sum;
    }
}
