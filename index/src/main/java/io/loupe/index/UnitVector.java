package io.loupe.index;

/**
 * A vector of length one, so that the product of two is the cosine of their angle: shape [dimension], float32. Immutable.
 */
public final class UnitVector {
    private final float[] values;

    private UnitVector(float[] values) {
        this.values = values;
    }

    /**
     * Scales a copy of these values to length one.
     *
     * @throws IllegalArgumentException if a value is not finite, or all are zero, which has no direction
     */
    public static UnitVector of(float[] values) {
        double squaredLength = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "Value %d of the vector is %s; only finite numbers can be searched".formatted(i, values[i]));
            }
            squaredLength += (double) values[i] * values[i];
        }
        if (squaredLength == 0) {
            throw new IllegalArgumentException(
                    "All %d values of the vector are zero; it is like nothing and cannot be searched"
                            .formatted(values.length));
        }
        double length = Math.sqrt(squaredLength);
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return new UnitVector(scaled);
    }

    public int dimension() {
        return values.length;
    }

    /** A copy of the values, shape [dimension]. */
    public float[] values() {
        return values.clone();
    }

    /**
     * The cosine of the angle to a vector that was scaled before, -1..1, larger = closer. Summed in double precision and
     * in order, so that every index that uses it answers the same to the last bit. O(dimension).
     *
     * @param scaled shape [dimension], as {@link #values} gave it
     */
    public double cosineSimilarity(float[] scaled) {
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            product += (double) values[i] * scaled[i];
        }
        return Math.clamp(product, -1.0, 1.0);
    }
}
