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
}
