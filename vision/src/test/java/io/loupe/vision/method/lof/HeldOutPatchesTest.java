package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.FakeFeatures;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight good pictures, the fourth of which has something that a defect will look like. */
@Seeded
final class HeldOutPatchesTest {
    private static final int ODD = 3;
    private static final PictureGroups PARTS = PictureGroups.single(8);

    @Test
    void goodPicturesScoreWithADefectAsIfMeasuredWithIt(Random random) {
        FakeFeatures normals = FakeFeatures.of(9, random);
        FakeFeatures good = normals.without(8).with(ODD, normals.withOutlier(ODD, 4, 4));
        try (CorrectableMethod fitted = fit(good)) {
            PatchExcerpt defect = fitted.excerpt(normals.withOutlier(8, 4, 4), cell(4, 4));
            CorrectableMethod corrected = fitted.withDefect(defect, PARTS);

            assertThat(corrected.raisedHeldOut()).containsOnlyKeys(ODD);
            for (int image = 0; image < PARTS.pictureCount(); image++) {
                PatchScores plain = fitted.scoreHeldOut(good, image);
                PatchScores known = corrected.raisedHeldOut().getOrDefault(image, plain);
                PatchScores measured = corrected.scoreHeldOut(good.features(image), PictureRange.of(image));
                assertThat(known.imageLevelScore()).isEqualTo(measured.imageLevelScore());
                assertThat(known.patchScores()).isEqualTo(measured.patchScores());
            }
            assertThat(corrected
                            .scoreHeldOut(good.features(ODD), PictureRange.of(ODD))
                            .imageLevelScore())
                    .isGreaterThan(fitted.scoreHeldOut(good, ODD).imageLevelScore());
        }
    }

    @Test
    void whatIsSaidToBeNormalAfterADefectShortensItsReachToGoodPictures(Random random) {
        FakeFeatures normals = FakeFeatures.of(9, random);
        FakeFeatures good = normals.without(8).with(ODD, normals.withOutlier(ODD, 4, 4));
        try (CorrectableMethod fitted = fit(good)) {
            PatchExcerpt defect = fitted.excerpt(normals.withOutlier(8, 4, 4), cell(4, 4));
            PatchExcerpt nearIt = fitted.excerpt(normals.withOutlier(8, 4, 5), cell(4, 4));
            CorrectableMethod told = fitted.withDefect(defect, PARTS);
            CorrectableMethod toldMore = told.withNormal(nearIt, PARTS);

            double plain = fitted.scoreHeldOut(good, ODD).imageLevelScore();
            double raised = scoreOf(told.raisedHeldOut(), ODD, plain);
            double less = scoreOf(toldMore.raisedHeldOut(), ODD, plain);
            assertThat(less).isLessThan(raised);
            CorrectableMethod otherWayRound = fitted.withNormal(nearIt, PARTS).withDefect(defect, PARTS.withSingle(1));
            assertThat(less).isEqualTo(scoreOf(otherWayRound.raisedHeldOut(), ODD, plain));
        }
    }

    @Test
    void scoresThatACorrectionLeavesAloneAreNotMadeAnew(Random random) {
        FakeFeatures normals = FakeFeatures.of(9, random);
        FakeFeatures good = normals.without(8).with(ODD, normals.withOutlier(ODD, 4, 4));
        try (CorrectableMethod fitted = fit(good)) {
            PatchExcerpt defect = fitted.excerpt(normals.withOutlier(8, 4, 4), cell(4, 4));
            CorrectableMethod told = fitted.withDefect(defect, PARTS);
            CorrectableMethod toldMore = told.withDefect(fitted.excerpt(normals.features(8), cell(0, 0)), PARTS);

            assertThat(toldMore.raisedHeldOut().get(ODD))
                    .isNotNull()
                    .isSameAs(told.raisedHeldOut().get(ODD));
        }
    }

    private static double scoreOf(Map<Integer, PatchScores> raised, int picture, double plain) {
        PatchScores scores = raised.get(picture);
        return scores == null ? plain : scores.imageLevelScore();
    }

    @Test
    void refusesPartsOfOtherPictures(Random random) {
        FakeFeatures normals = FakeFeatures.of(8, random);
        try (CorrectableMethod fitted = fit(normals)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            fitted.withNormal(fitted.excerpt(normals.features(0), cell(1, 1)), PictureGroups.single(7)))
                    .withMessage("Parts of 7 pictures do not fit the 8 this was fitted on");
        }
    }

    @Test
    void refusesPatchesOfAnotherModel(Random random) {
        FakeFeatures normals = FakeFeatures.of(8, random);
        try (CorrectableMethod fitted = fit(normals)) {
            PatchExcerpt excerpt = fitted.excerpt(normals.features(0), cell(1, 1));
            PatchExcerpt swapped = new PatchExcerpt(excerpt.taps().reversed());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fitted.withNormal(swapped, PARTS))
                    .withMessage("A correction's patches do not fit tap 1 of 8x10x12; it was made with another model");
        }
    }

    private static CorrectableMethod fit(FakeFeatures normals) {
        return new PatchLof().fit(normals, MethodSettings.defaults(), LofSettings.DEFAULT, Progress.SILENT);
    }

    private static BitSet cell(int row, int column) {
        BitSet cells = new BitSet();
        cells.set(row * FakeFeatures.COLUMNS + column);
        return cells;
    }
}
