package io.loupe.vision.method.lof;

import static io.loupe.vision.method.GoldenFeatures.ORDINARY;
import static io.loupe.vision.method.GoldenFeatures.SCORES;
import static io.loupe.vision.method.GoldenFeatures.STRANGE;
import static io.loupe.vision.method.GoldenFeatures.assertScore;
import static io.loupe.vision.method.GoldenFeatures.assertScores;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.GoldenFeatures;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn and torch on the same features, with banks of all patches and two different floors. */
final class PatchLofGoldenTest {
    private static final LofSettings SETTINGS = new LofSettings(0.1, 1, 0.03, 0.5);
    private static final int HELD_OUT = 5;

    @Test
    void givesTheSameScores() {
        double[] ofPictures = SCORES.matrix("patchlof.pictures")[0];
        try (FittedPatchLof fitted = fit()) {
            List<PatchScores> scores = List.of(
                    fitted.score(GoldenFeatures.of(ORDINARY)),
                    fitted.score(GoldenFeatures.of(STRANGE)),
                    fitted.scoreHeldOut(GoldenFeatures.of(HELD_OUT), PictureRange.of(HELD_OUT)));
            for (int i = 0; i < scores.size(); i++) {
                assertScores(scores.get(i).patchScores(), "patchlof", i);
                assertScore(scores.get(i).imageLevelScore(), ofPictures[i]);
            }
        }
    }

    private static FittedPatchLof fit() {
        MethodSettings wholeBanks = MethodSettings.defaults().withBank(new BankSize.Ratio(1));
        return new PatchLof().fit(GoldenFeatures.normals(), wholeBanks, SETTINGS, Progress.SILENT);
    }
}
