package io.loupe.vision.encoder;

/** Compares features that may differ by rounding. */
final class CloseValues {
    private CloseValues() {}

    /**
     * Fails at the first value that is not finite, or farther from what was expected than {@code tolerance * (1 +
     * |expected|)}.
     */
    static void assertClose(float[] actual, float[] expected, double tolerance) {
        if (actual.length != expected.length) {
            throw new AssertionError("expected %d values, got %d".formatted(expected.length, actual.length));
        }
        for (int i = 0; i < actual.length; i++) {
            double allowed = tolerance * (1 + Math.abs(expected[i]));
            if (!(Math.abs(actual[i] - expected[i]) <= allowed)) {
                throw new AssertionError("value %d of %d: expected %s within %.3g, got %s"
                        .formatted(i, actual.length, expected[i], allowed, actual[i]));
            }
        }
    }
}
