package io.loupe.vision.encoder;

/** One vector for a whole picture: shape [dimension], float32, not normalised unless the encoder says so. */
public final class ImageEmbedding {
    private final float[] values;

    private ImageEmbedding(float[] values) {
        this.values = values;
    }

    /** Takes over {@code values} without copying. */
    public static ImageEmbedding wrap(float[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("An embedding needs at least one value");
        }
        return new ImageEmbedding(values);
    }

    public int dimension() {
        return values.length;
    }

    /** The live values, shape [dimension]; to be read, not written. */
    public float[] values() {
        return values;
    }

    /**
     * How alike two pictures are to their encoder: the cosine of the angle between their vectors, -1..1, larger = closer.
     * O(dimension).
     *
     * @return 0 when one of the vectors is zero
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double cosineSimilarity(ImageEmbedding other) {
        if (dimension() != other.dimension()) {
            throw new IllegalArgumentException(
                    "Embeddings of %d and of %d values cannot be compared; make both with the same encoder"
                            .formatted(dimension(), other.dimension()));
        }
        double product = 0;
        double squaredLength = 0;
        double otherSquaredLength = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            double otherValue = other.values[i];
            product += value * otherValue;
            squaredLength += value * value;
            otherSquaredLength += otherValue * otherValue;
        }
        double lengths = Math.sqrt(squaredLength * otherSquaredLength);
        return lengths == 0 ? 0 : Math.clamp(product / lengths, -1.0, 1.0);
    }
}
