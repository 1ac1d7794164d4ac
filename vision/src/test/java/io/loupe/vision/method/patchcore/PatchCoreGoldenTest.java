package io.loupe.vision.method.patchcore;

import static io.loupe.vision.method.GoldenFeatures.ORDINARY;
import static io.loupe.vision.method.GoldenFeatures.SCORES;
import static io.loupe.vision.method.GoldenFeatures.STRANGE;
import static io.loupe.vision.method.GoldenFeatures.assertScore;
import static io.loupe.vision.method.GoldenFeatures.assertScores;
import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.coreset.GreedyCoreset;
import io.loupe.vision.coreset.RandomProjection;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.GoldenFeatures;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.bank.BankSelection;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn and torch on the same features, projection and start rows. */
final class PatchCoreGoldenTest {
    private static final MethodSettings SETTINGS = MethodSettings.defaults().withBank(new BankSize.Rows(150));
    private static final int[] STARTS = {3, 50, 97, 210, 333, 404, 555, 678, 801, 1000};

    @Test
    void choosesTheSameCoreset() {
        try (FittedPatchCore fitted = fit(SETTINGS)) {
            double[] expected = SCORES.matrix("patchcore.kept")[0];
            assertThat(fitted.bankRows()).isEqualTo(expected.length);
            for (int row = 0; row < expected.length; row++) {
                int patch = (int) expected[row];
                assertThat(fitted.origin(row)).isEqualTo(new PatchOrigin(patch / 120, patch % 120 / 12, patch % 12));
            }
        }
    }

    @Test
    void givesTheSameScores() {
        for (int k : new int[] {1, 3}) {
            try (FittedPatchCore fitted = fit(SETTINGS.withNeighbours(k))) {
                assertScores(fitted.score(GoldenFeatures.of(ORDINARY)).patchScores(), "patchcore.k" + k, 0);
                assertScores(fitted.score(GoldenFeatures.of(STRANGE)).patchScores(), "patchcore.k" + k, 1);
            }
        }
    }

    @Test
    void givesTheSameReweightedPictureScores() {
        double[] expected = SCORES.matrix("patchcore.reweighted")[0];
        try (FittedPatchCore fitted = fit(SETTINGS.withReweighting())) {
            assertScore(fitted.score(GoldenFeatures.of(ORDINARY)).imageLevelScore(), expected[0]);
            assertScore(fitted.score(GoldenFeatures.of(STRANGE)).imageLevelScore(), expected[1]);
        }
    }

    @Test
    void givesTheSameHeldOutScores() {
        try (FittedPatchCore fitted = fit(SETTINGS)) {
            assertScores(
                    fitted.scoreHeldOut(GoldenFeatures.of(0), PictureRange.of(0))
                            .patchScores(),
                    "patchcore.heldout",
                    0);
            assertScores(
                    fitted.scoreHeldOut(GoldenFeatures.of(5), PictureRange.of(5))
                            .patchScores(),
                    "patchcore.heldout",
                    1);
        }
    }

    private static FittedPatchCore fit(MethodSettings settings) {
        return new PatchCore().fit(GoldenFeatures.normals(), settings, new GivenSelection(), Progress.SILENT);
    }

    private static final class GivenSelection implements BankSelection {
        private static final int PROJECTED = 16;

        @Override
        public RandomProjection projection(int dimension) {
            float[] directions = new float[PROJECTED * dimension];
            for (int i = 0; i < directions.length; i++) {
                directions[i] = GoldenFeatures.hashed(7, 7, i / dimension, i % dimension);
            }
            return RandomProjection.onto(RowMatrix.wrap(PROJECTED, dimension, directions));
        }

        @Override
        public int[] select(RowMatrix projected, int count, Progress progress) {
            return GreedyCoreset.select(projected, count, STARTS, progress);
        }
    }
}
