package io.loupe.vision.map;

import io.loupe.vision.image.BinaryMask;

/**
 * A continuous anomaly value per pixel: shape [height, width], row-major, float32, higher = more anomalous, on the scale
 * of the model (never stretched per picture).
 *
 * <p>Immutable by agreement, like {@link io.loupe.vision.image.RgbImage}.
 */
public final class AnomalyMap {
    private final int height;
    private final int width;
    private final float[] values;

    private AnomalyMap(int height, int width, float[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * Takes over {@code values} without copying.
     *
     * @param values shape [height, width]
     */
    public static AnomalyMap wrap(int height, int width, float[] values) {
        if (height < 1 || width < 1 || values.length != (long) height * width) {
            throw new IllegalArgumentException("A map of %d x %d (height x width) needs %d values, got %d"
                    .formatted(height, width, (long) height * width, values.length));
        }
        return new AnomalyMap(height, width, values);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public float at(int row, int column) {
        return values[row * width + column];
    }

    /** The live values, shape [height, width]; to be read, not written. */
    public float[] values() {
        return values;
    }

    public float max() {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /**
     * This map at the size of another picture, interpolated bilinearly, its edges clamped; this map itself where the
     * size is the same.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    public AnomalyMap resized(int newHeight, int newWidth) {
        if (newHeight < 1 || newWidth < 1) {
            throw new IllegalArgumentException(
                    "A map needs positive sides, got %d x %d (height x width)".formatted(newHeight, newWidth));
        }
        if (newHeight == height && newWidth == width) {
            return this;
        }
        double[] unsmoothed = GaussianKernel.weights(0);
        AxisWeights vertical = AxisWeights.of(height, newHeight, unsmoothed);
        AxisWeights horizontal = AxisWeights.of(width, newWidth, unsmoothed);
        return wrap(newHeight, newWidth, SeparableResampling.resample(values, width, vertical, horizontal));
    }

    /** The pixels whose value is above a score. */
    public BinaryMask above(double score) {
        boolean[] pixels = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = values[i] > score;
        }
        return BinaryMask.wrap(height, width, pixels);
    }

    @Override
    public String toString() {
        return "AnomalyMap[%d x %d]".formatted(height, width);
    }
}
