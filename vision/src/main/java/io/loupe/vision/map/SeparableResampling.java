package io.loupe.vision.map;

/** Brings a plane of values to another size, first along its rows, then along its columns. */
final class SeparableResampling {
    private SeparableResampling() {}

    /**
     * A new plane of {@code vertical.length()} x {@code horizontal.length()}.
     *
     * @param values row-major, as many columns as {@code width}; not changed
     */
    static float[] resample(float[] values, int width, AxisWeights vertical, AxisWeights horizontal) {
        int height = values.length / width;
        float[][] widened = new float[height][];
        for (int row = 0; row < height; row++) {
            widened[row] = alongRow(values, row * width, horizontal);
        }
        int newWidth = horizontal.length();
        float[] resampled = new float[Math.multiplyExact(vertical.length(), newWidth)];
        for (int row = 0; row < vertical.length(); row++) {
            float[] sum = new float[newWidth];
            float[] weights = vertical.weights(row);
            for (int i = 0; i < weights.length; i++) {
                accumulate(weights[i], widened[vertical.first(row) + i], sum);
            }
            System.arraycopy(sum, 0, resampled, row * newWidth, newWidth);
        }
        return resampled;
    }

    private static float[] alongRow(float[] values, int start, AxisWeights horizontal) {
        float[] row = new float[horizontal.length()];
        for (int column = 0; column < row.length; column++) {
            float[] weights = horizontal.weights(column);
            int first = start + horizontal.first(column);
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[first + i];
            }
            row[column] = sum;
        }
        return row;
    }

    /** Rows of their own and one index for both, so that the compiler sees that it may use SIMD. */
    private static void accumulate(float weight, float[] row, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }
}
