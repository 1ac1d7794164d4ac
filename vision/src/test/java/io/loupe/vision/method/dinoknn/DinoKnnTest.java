package io.loupe.vision.method.dinoknn;

import static org.assertj.core.api.Assertions.assertThat;
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

final class DinoKnnTest extends AnomalyMethodContract {
    private static final int PATCHES = FakeFeatures.ROWS * FakeFeatures.COLUMNS;

    @Override
    protected AnomalyMethod method() {
        return new DinoKnn();
    }

    @Test
    void keepsEveryPatchUnlessToldOtherwise(Random random) {
        assertThat(bankRows(random, MethodSettings.defaults())).isEqualTo(3 * PATCHES);
        assertThat(bankRows(random, MethodSettings.defaults().withRotations())).isEqualTo(8 * 3 * PATCHES);
        assertThat(bankRows(random, MethodSettings.defaults().withBank(new BankSize.Rows(11))))
                .isEqualTo(11);
    }

    @Test
    void looksAtTheFirstTapAlone(Random random) {
        FakeFeatures normals = FakeFeatures.of(3, random);
        List<PatchFeatures> taps = normals.features(0);
        try (FittedMethod fitted = method().fit(normals, settings(), Progress.SILENT)) {
            assertThat(fitted.score(taps.subList(0, 1)).patchScores())
                    .isEqualTo(fitted.score(taps).patchScores());
        }
    }

    @Test
    void lengthOfAPatchDoesNotCount(Random random) {
        FakeFeatures normals = FakeFeatures.of(3, random);
        List<PatchFeatures> strange = normals.withOutlier(0, 4, 4);
        try (FittedMethod fitted = method().fit(normals, settings(), Progress.SILENT)) {
            float[] scores = fitted.score(strange).patchScores();
            float[] scaled =
                    fitted.score(List.of(scaled(strange.getFirst(), 17))).patchScores();
            for (int patch = 0; patch < scores.length; patch++) {
                assertThat(scaled[patch]).isCloseTo(scores[patch], within(1e-5f));
            }
        }
    }

    @Test
    void pictureScoreIsTheMeanOfItsHighestHundredth(Random random) {
        List<PatchFeatures> first = List.of(randomTap(20, 16, random));
        List<PatchFeatures> second = List.of(randomTap(20, 16, random));
        try (FittedMethod fitted = method().fit(new Pictures(List.of(first, second)), settings(), Progress.SILENT)) {
            PatchScores scores = fitted.scoreHeldOut(first, PictureRange.of(0));
            double[] descending = descending(scores.patchScores());

            assertThat(scores.imageLevelScore())
                    .isCloseTo((descending[0] + descending[1] + descending[2]) / 3, within(1e-7));
        }
    }

    @Test
    void turnedReferencesExplainATurnedPart(Random random) {
        List<PatchFeatures> upright = List.of(randomTap(6, 6, random));
        List<PatchFeatures> turned = List.of(Pictures.halfTurned(upright.getFirst()));
        Pictures normals = new Pictures(List.of(upright, List.of(randomTap(6, 6, random))));
        MethodSettings settings = settings().withRotations();
        try (FittedMethod fitted = method().fit(normals, settings, Progress.SILENT)) {
            PatchScores scores = fitted.score(turned);

            assertThat(scores.imageLevelScore()).isCloseTo(0, within(1e-6));
            assertThat(fitted.origin(scores.nearestRow(1, 2))).isEqualTo(new PatchOrigin(0, 4, 3));
        }
    }

    @Test
    void foregroundMaskSilencesTheGround(Random random) {
        PatchFeatures scene = partOnGround(random);
        Pictures normals = new Pictures(List.of(List.of(partOnGround(random)), List.of(partOnGround(random))));
        MethodSettings settings = settings().withForegroundMask();
        try (FittedMethod fitted = method().fit(normals, settings, Progress.SILENT)) {
            float[] scores = fitted.score(List.of(scene)).patchScores();

            assertThat(scores[0]).isZero();
            assertThat(scores[5 * 10 + 5]).isPositive();
        }
    }

    private int bankRows(Random random, MethodSettings settings) {
        try (FittedMethod fitted = method().fit(FakeFeatures.of(3, random), settings, Progress.SILENT)) {
            return fitted.bankRows();
        }
    }

    /** A part of 4 x 4 cells in the middle of 10 x 10, far from the ground along one direction. */
    private static PatchFeatures partOnGround(Random random) {
        PatchFeatures noise = randomTap(10, 10, random);
        float[] values = noise.values().clone();
        for (int cell = 0; cell < 100; cell++) {
            boolean part = cell / 10 >= 3 && cell / 10 < 7 && cell % 10 >= 3 && cell % 10 < 7;
            values[cell * noise.dimension()] += part ? 50 : 0;
        }
        return PatchFeatures.wrap(10, 10, noise.dimension(), values);
    }

    private static PatchFeatures randomTap(int rows, int columns, Random random) {
        float[] values = new float[rows * columns * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PatchFeatures.wrap(rows, columns, 8, values);
    }

    private static PatchFeatures scaled(PatchFeatures tap, float factor) {
        float[] values = tap.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return PatchFeatures.wrap(tap.rows(), tap.columns(), tap.dimension(), values);
    }

    private static double[] descending(float[] scores) {
        double[] sorted = new double[scores.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = -scores[i];
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted).map(value -> -value).toArray();
    }
}
