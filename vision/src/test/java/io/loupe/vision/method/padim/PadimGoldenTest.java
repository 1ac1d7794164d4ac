package io.loupe.vision.method.padim;

import static io.loupe.vision.method.GoldenFeatures.ORDINARY;
import static io.loupe.vision.method.GoldenFeatures.SCORES;
import static io.loupe.vision.method.GoldenFeatures.STRANGE;
import static io.loupe.vision.method.GoldenFeatures.assertScores;
import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.GoldenFeatures;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.progress.Progress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn's covariance and numpy's solver on the same features and channels. */
final class PadimGoldenTest {
    @Test
    void givesTheSameScores() {
        try (FittedPadim fitted = fit()) {
            assertScores(fitted.score(GoldenFeatures.of(ORDINARY)).patchScores(), "padim", 0);
            assertScores(fitted.score(GoldenFeatures.of(STRANGE)).patchScores(), "padim", 1);
        }
    }

    @Test
    void heldOutScoresAreWithinTheDocumentedBoundAndNeverTooLow() {
        double[] expected = SCORES.matrix("padim.heldout")[0];
        double bound = Math.sqrt((GoldenFeatures.NORMALS - 1.0) / (GoldenFeatures.NORMALS - 2.0));
        try (FittedPadim fitted = fit()) {
            float[] scores = fitted.scoreHeldOut(GoldenFeatures.of(5), PictureRange.of(5))
                    .patchScores();
            for (int patch = 0; patch < scores.length; patch++) {
                assertThat((double) scores[patch])
                        .isBetween(expected[patch] * (1 - 1e-5), expected[patch] * bound * (1 + 1e-5));
            }
        }
    }

    private static FittedPadim fit() {
        TapShapes shapes = TapShapes.of(GoldenFeatures.of(0));
        int[] everyFifth = IntStream.range(0, 20).map(i -> 1 + 5 * i).toArray();
        return new Padim().fit(GoldenFeatures.normals(), new ChannelSubset(shapes, everyFifth), Progress.SILENT);
    }
}
