package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.AnomalyMethodContract;
import io.loupe.vision.method.FakeFeatures;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PatchLofTest extends AnomalyMethodContract {
    private final PatchLof patchLof = new PatchLof();

    @Override
    protected AnomalyMethod method() {
        return patchLof;
    }

    /** All scores are divided by a spread of normal scores, which is another one with five pictures than with six. */
    @Override
    protected double heldOutTolerance() {
        return 0.25;
    }

    @Test
    void keepsABankForEachTap(Random random) {
        FakeFeatures normals = FakeFeatures.of(3, random);
        assertThat(bankRows(normals, MethodSettings.defaults())).isEqualTo(3 * 80 + 3 * 20);
        assertThat(bankRows(normals, MethodSettings.defaults().withBank(new BankSize.Rows(50))))
                .isEqualTo(2 * 50);
        assertThat(bankRows(normals, MethodSettings.defaults().withBank(new BankSize.Ratio(0.5))))
                .isEqualTo(120 + 30);
    }

    @Test
    void namesTheMiddleOfACoarseCellAsTheOriginOfItsPatch(Random random) {
        try (FittedMethod fitted = patchLof.fit(FakeFeatures.of(3, random), settings(), Progress.SILENT)) {
            assertThat(fitted.origin(3 * 80)).isEqualTo(new PatchOrigin(0, 1, 1));
            assertThat(fitted.origin(3 * 80 + 20 + 7)).isEqualTo(new PatchOrigin(1, 3, 5));
        }
    }

    @Test
    void floorsOfPictureAndMapAreIndependent(Random random) {
        FakeFeatures normals = FakeFeatures.of(8, random);
        List<PatchFeatures> strange = normals.withOutlier(0, 3, 3);
        PatchScores both = score(normals, strange, new LofSettings(0.1, 0.1, 0.01, 0.5));
        PatchScores otherMap = score(normals, strange, new LofSettings(0.1, 2, 0.01, 0.5));
        PatchScores otherPicture = score(normals, strange, new LofSettings(2, 0.1, 0.01, 0.5));

        assertThat(otherMap.imageLevelScore()).isEqualTo(both.imageLevelScore());
        assertThat(otherMap.patchScores()).isNotEqualTo(both.patchScores());
        assertThat(otherPicture.imageLevelScore()).isNotEqualTo(both.imageLevelScore());
        assertThat(otherPicture.patchScores()).isEqualTo(both.patchScores());
    }

    @Test
    void aPictureScoresAsTheMeanOfItsHighestCells(Random random) {
        FakeFeatures normals = FakeFeatures.of(8, random);
        PatchScores scores = score(normals, normals.withOutlier(0, 3, 3), new LofSettings(0.5, 0.5, 0.05, 0.5));
        float[] ascending = scores.patchScores().clone();
        Arrays.sort(ascending);
        assertThat(scores.imageLevelScore())
                .isCloseTo((ascending[79] + ascending[78] + ascending[77] + ascending[76]) / 4.0, within(1e-4));
    }

    @Test
    void goodPicturesThatAreAllTheSameScoreNothingAndOthersSomething(Random random) {
        FakeFeatures one = FakeFeatures.of(1, random);
        FakeFeatures same = FakeFeatures.of(3, random)
                .with(0, one.features(0))
                .with(1, one.features(0))
                .with(2, one.features(0));
        try (FittedMethod fitted = patchLof.fit(same, settings(), Progress.SILENT)) {
            assertThat(fitted.scoreHeldOut(same.features(0), PictureRange.of(0)).imageLevelScore())
                    .isZero();
            assertThat(fitted.score(same.withOutlier(0, 3, 3)).imageLevelScore())
                    .isPositive()
                    .isFinite();
        }
    }

    @Test
    void refusesABankThatASinglePictureFills(Random random) {
        MethodSettings settings = MethodSettings.defaults().withBank(new BankSize.Rows(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patchLof.fit(FakeFeatures.of(3, random), settings, Progress.SILENT))
                .withMessageContaining("the bank has 0 rows")
                .withMessageContaining("keep more rows");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LofSettings(0, 1, 0.01, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LofSettings(1, Double.NaN, 0.01, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LofSettings(1, 1, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LofSettings(1, 1, 0.01, 1.1));
    }

    private PatchScores score(FakeFeatures normals, List<PatchFeatures> taps, LofSettings lof) {
        try (FittedMethod fitted = patchLof.fit(normals, settings(), lof, Progress.SILENT)) {
            return fitted.score(taps);
        }
    }

    private int bankRows(FakeFeatures normals, MethodSettings settings) {
        try (FittedMethod fitted = patchLof.fit(normals, settings, Progress.SILENT)) {
            return fitted.bankRows();
        }
    }
}
