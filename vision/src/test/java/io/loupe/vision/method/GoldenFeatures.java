package io.loupe.vision.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.golden.GoldenMatrices;
import java.util.List;
import java.util.stream.IntStream;

/** The features that {@code tools/golden/methods.py} makes from the same integer formula, and the scores it found. */
public final class GoldenFeatures implements FeatureSource {
    public static final GoldenMatrices SCORES = GoldenMatrices.read("methods/scores.tsv");
    /** A picture that is not among the normals. */
    public static final int ORDINARY = 100;
    /** A picture that is not among the normals and unlike them. */
    public static final int STRANGE = 101;

    public static final int NORMALS = 9;
    private static final int[][] TAPS = {{10, 12, 40}, {4, 5, 60}};
    private static final double RELATIVE_TOLERANCE = 1e-4;

    private final int[] images;

    /** The golden pictures of these numbers, as pictures 0, 1, ... */
    public GoldenFeatures(int... images) {
        this.images = images.clone();
    }

    public static GoldenFeatures normals() {
        return new GoldenFeatures(IntStream.range(0, NORMALS).toArray());
    }

    @Override
    public int imageCount() {
        return images.length;
    }

    @Override
    public List<PatchFeatures> features(int image) {
        return of(images[image]);
    }

    @Override
    public List<PatchFeatures> rotatedFeatures(int image, int degrees) {
        throw new UnsupportedOperationException("No golden picture is turned");
    }

    /** The taps of one golden picture. */
    public static List<PatchFeatures> of(int image) {
        return List.of(tap(image, 0), tap(image, 1));
    }

    private static PatchFeatures tap(int image, int tap) {
        int cells = TAPS[tap][0] * TAPS[tap][1];
        int dimension = TAPS[tap][2];
        float own = image == STRANGE && tap == 0 ? 1 : 0.25f;
        float[] values = new float[cells * dimension];
        for (int i = 0; i < values.length; i++) {
            int cell = i / dimension;
            int channel = i % dimension;
            values[i] = 2 * hashed(0, tap, cell, channel) + own * hashed(image + 1, tap, cell, channel);
        }
        return PatchFeatures.wrap(TAPS[tap][0], TAPS[tap][1], dimension, values);
    }

    /** A value in -0.5..0.5 for four integers: 24 bits of a 32-bit mix. */
    public static float hashed(int a, int b, int c, int d) {
        int h = (int) (a * 73856093L + b * 19349663L + c * 83492791L + d * 2654435761L);
        for (int round = 0; round < 2; round++) {
            h = (h ^ (h >>> 16)) * 0x45D9F3B;
        }
        h ^= h >>> 16;
        return (h >>> 8) / (float) (1 << 24) - 0.5f;
    }

    /** Compares scores with one row of a golden matrix. */
    public static void assertScores(float[] actual, String matrix, int row) {
        double[] expected = SCORES.matrix(matrix)[row];
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertScore(actual[i], expected[i]);
        }
    }

    /** Compares one score with its golden value. */
    public static void assertScore(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE_TOLERANCE * Math.abs(expected)));
    }
}
