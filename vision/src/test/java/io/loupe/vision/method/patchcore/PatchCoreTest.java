package io.loupe.vision.method.patchcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.AnomalyMethodContract;
import io.loupe.vision.method.FakeFeatures;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.progress.Progress;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PatchCoreTest extends AnomalyMethodContract {
    private final PatchCore patchCore = new PatchCore();

    @Override
    protected AnomalyMethod method() {
        return patchCore;
    }

    @Test
    void keepsATenthOfThePatchesUnlessToldOtherwise(Random random) {
        FakeFeatures normals = FakeFeatures.of(3, random);
        assertThat(bankRows(normals, MethodSettings.defaults())).isEqualTo(24);
        assertThat(bankRows(normals, MethodSettings.defaults().withBank(new BankSize.Rows(50))))
                .isEqualTo(50);
        assertThat(bankRows(normals, settings())).isEqualTo(240);
    }

    @Test
    void refusesABankThatIsTooSmallForItsNeighbours(Random random) {
        MethodSettings settings =
                MethodSettings.defaults().withBank(new BankSize.Rows(4)).withNeighbours(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patchCore.fit(FakeFeatures.of(3, random), settings, Progress.SILENT))
                .withMessageContaining("fewer than the 4 nearest")
                .withMessageContaining("keep more rows");
    }

    @Test
    void reweightingOnlyLowersThePictureScore(Random random) {
        FakeFeatures normals = FakeFeatures.of(4, random);
        var strange = normals.withOutlier(0, 2, 2);
        try (FittedMethod plain = patchCore.fit(normals, settings(), Progress.SILENT);
                FittedMethod reweighted = patchCore.fit(normals, settings().withReweighting(), Progress.SILENT)) {
            assertThat(reweighted.score(strange).patchScores())
                    .isEqualTo(plain.score(strange).patchScores());
            assertThat(reweighted.score(strange).imageLevelScore())
                    .isPositive()
                    .isLessThan(plain.score(strange).imageLevelScore());
        }
    }

    private int bankRows(FakeFeatures normals, MethodSettings settings) {
        try (FittedMethod fitted = patchCore.fit(normals, settings, Progress.SILENT)) {
            return fitted.bankRows();
        }
    }
}
