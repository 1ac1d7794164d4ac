package io.loupe.vision.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.modelfile.ModelFile;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every anomaly method owes; a subclass names the method. */
@Seeded
public abstract class AnomalyMethodContract {
    private static final int IMAGES = 6;

    @TempDir
    private Path folder;

    protected abstract AnomalyMethod method();

    /** By how much, as a ratio, a held-out score may differ from that of a model that never saw the picture. */
    protected double heldOutTolerance() {
        return 1e-5;
    }

    /** The settings all tests use. Whole banks make held-out scores comparable with those of another model. */
    protected MethodSettings settings() {
        return MethodSettings.defaults().withBank(new BankSize.Ratio(1));
    }

    @Test
    void isRegisteredUnderItsId() {
        assertThat(AnomalyMethods.byId(method().id())).hasSameClassAs(method());
        assertThat(method().summary()).isNotBlank();
    }

    @Test
    void scoresAnOutlierHighestAtItsCell(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES + 1, random);
        try (FittedMethod fitted = fit(normals.without(IMAGES))) {
            PatchScores scores = fitted.score(normals.withOutlier(IMAGES, 3, 6));

            assertThat(scores.rows()).isEqualTo(FakeFeatures.ROWS);
            assertThat(scores.columns()).isEqualTo(FakeFeatures.COLUMNS);
            assertThat(worstPatch(scores)).isEqualTo(3 * FakeFeatures.COLUMNS + 6);
            assertThat(scores.imageLevelScore())
                    .isGreaterThan(fitted.score(normals.features(IMAGES)).imageLevelScore());
        }
    }

    @Test
    void findsADefectOnACopyOfATrainingPicture(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals)) {
            PatchScores changed = fitted.scoreChanged(normals.withOutlier(2, 3, 6), PictureRange.of(2));

            assertThat(worstPatch(changed)).isEqualTo(3 * FakeFeatures.COLUMNS + 6);
            assertThat(changed.imageLevelScore())
                    .isGreaterThan(fitted.scoreHeldOut(normals.features(2), PictureRange.of(2))
                            .imageLevelScore());
        }
    }

    @Test
    void sameSeedGivesTheSameModelFile(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        MethodSettings settings = MethodSettings.defaults().withSeed(7);
        try (FittedMethod one = method().fit(normals, settings, Progress.SILENT);
                FittedMethod other = method().fit(normals, settings, Progress.SILENT)) {
            assertThat(saved(one, "one")).hasSameBinaryContentAs(saved(other, "other"));
        }
    }

    @Test
    void loadedModelGivesTheSameScores(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        List<PatchFeatures> strange = normals.withOutlier(0, 3, 3);
        try (FittedMethod fitted = method().fit(normals, MethodSettings.defaults(), Progress.SILENT);
                ModelFile file = ModelFile.open(saved(fitted, "model"));
                FittedMethod loaded = method().load(file)) {
            assertThat(loaded.methodId()).isEqualTo(method().id());
            assertThat(loaded.bankRows()).isEqualTo(fitted.bankRows());
            assertSame(loaded.score(strange), fitted.score(strange));
            assertSame(
                    loaded.scoreHeldOut(normals.features(2), PictureRange.of(2)),
                    fitted.scoreHeldOut(normals.features(2), PictureRange.of(2)));
        }
    }

    @Test
    void refusesAModelThatLacksASection(Random random) {
        try (FittedMethod fitted = fit(FakeFeatures.of(IMAGES, random));
                ModelFile file = ModelFile.open(saved(fitted, "model"))) {
            assertThat(file.names()).isNotEmpty();
            for (String name : file.names()) {
                assertThatThrownBy(() -> method().load(new SectionsWithout(name, file)))
                        .as("without section %s", name)
                        .isInstanceOf(UnreadableModelException.class);
            }
        }
    }

    @Test
    void heldOutScoreIsNotBelowThePlainScore(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals)) {
            for (int image = 0; image < IMAGES; image++) {
                PatchScores plain = fitted.score(normals.features(image));
                PatchScores heldOut = fitted.scoreHeldOut(normals.features(image), PictureRange.of(image));
                assertThat(heldOut.imageLevelScore()).isGreaterThan(plain.imageLevelScore());
                for (int patch = 0; patch < plain.patchScores().length; patch++) {
                    assertThat(heldOut.patchScores()[patch]).isGreaterThanOrEqualTo(plain.patchScores()[patch]);
                }
            }
        }
    }

    @Test
    void heldOutScoreIsThatOfAModelWithoutThePicture(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals);
                FittedMethod others = fit(normals.without(2))) {
            float[] heldOut =
                    fitted.scoreHeldOut(normals.features(2), PictureRange.of(2)).patchScores();
            float[] expected = others.score(normals.features(2)).patchScores();
            for (int patch = 0; patch < expected.length; patch++) {
                assertThat((double) heldOut[patch])
                        .isCloseTo(expected[patch], within(heldOutTolerance() * expected[patch]));
            }
        }
    }

    @Test
    void heldOutScoreIsThatOfAModelWithoutAnyPictureOfThePart(Random random) {
        FakeFeatures normals = FakeFeatures.of(12, random);
        PictureGroups parts = new PictureGroups(List.of(1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1));
        try (FittedMethod fitted = fit(normals.grouped(parts));
                FittedMethod others = fit(normals.without(3).without(2))) {
            // padim keeps no patches, and can leave out only the picture itself.
            assumeThat(fitted.bankRows()).isPositive();
            float[] heldOut = fitted.scoreHeldOut(normals.features(2), new PictureRange(2, 4))
                    .patchScores();
            float[] expected = others.score(normals.features(2)).patchScores();
            for (int patch = 0; patch < expected.length; patch++) {
                assertThat((double) heldOut[patch])
                        .isCloseTo(expected[patch], within(heldOutTolerance() * expected[patch]));
            }
        }
    }

    @Test
    void originOfAKnownPatchIsItsOwnCell(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals)) {
            PatchScores scores = fitted.score(normals.features(4));

            assertThat(scores.hasNearestRows()).isEqualTo(fitted.bankRows() > 0);
            if (scores.hasNearestRows()) {
                assertThat(fitted.origin(scores.nearestRow(5, 7))).isEqualTo(new PatchOrigin(4, 5, 7));
            }
            assertThatThrownBy(() -> fitted.origin(fitted.bankRows())).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void namesNormalPatchesOfDifferentPicturesNearestFirst(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals)) {
            PatchScores scores = fitted.score(normals.features(4));
            List<PatchOrigin> nearest = fitted.nearestNormals(normals.features(4), scores, 5, 7, 3);
            List<PatchOrigin> all = fitted.nearestNormals(normals.features(4), scores, 5, 7, IMAGES + 1);

            if (fitted.bankRows() == 0) {
                assertThat(all).isEmpty();
            } else {
                assertThat(nearest).hasSize(3).startsWith(new PatchOrigin(4, 5, 7));
                assertThat(all).hasSize(IMAGES).startsWith(nearest.toArray(PatchOrigin[]::new));
                assertThat(all).extracting(PatchOrigin::image).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void refusesFeaturesOfAnotherShape(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        List<PatchFeatures> swapped = normals.features(0).reversed();
        try (FittedMethod fitted = fit(normals)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fitted.score(swapped))
                    .withMessageContaining("8x10x12")
                    .withMessageContaining("4x5x20");
        }
    }

    @Test
    void refusesToLearnFromOnePicture(Random random) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(FakeFeatures.of(1, random)))
                .withMessageContaining("at least 2 good pictures")
                .withMessageContaining("got 1");
    }

    @Test
    void learnsFromTwoPictures(Random random) {
        FakeFeatures normals = FakeFeatures.of(2, random);
        try (FittedMethod fitted = fit(normals)) {
            assertThat(fitted.scoreHeldOut(normals.features(0), PictureRange.of(0))
                            .imageLevelScore())
                    .isPositive()
                    .isFinite();
        }
    }

    @Test
    void leavesTheFeaturesAsTheyAre(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        float[] before = normals.features(0).getFirst().values().clone();
        try (FittedMethod fitted = fit(normals)) {
            fitted.score(normals.features(0));
            assertThat(normals.features(0).getFirst().values()).isEqualTo(before);
        }
    }

    @Test
    void scoresInManyThreadsAsInOne(Random random) {
        FakeFeatures normals = FakeFeatures.of(IMAGES, random);
        try (FittedMethod fitted = fit(normals)) {
            List<PatchScores> alone = IntStream.range(0, IMAGES)
                    .mapToObj(image -> fitted.scoreHeldOut(normals.features(image), PictureRange.of(image)))
                    .toList();
            IntStream.range(0, 50 * IMAGES).parallel().forEach(run -> {
                int image = run % IMAGES;
                assertSame(fitted.scoreHeldOut(normals.features(image), PictureRange.of(image)), alone.get(image));
            });
        }
    }

    private FittedMethod fit(FeatureSource normals) {
        return method().fit(normals, settings(), Progress.SILENT);
    }

    private Path saved(FittedMethod fitted, String name) {
        Path file = folder.resolve(name);
        ModelFile.write(file, fitted::save);
        return file;
    }

    private static int worstPatch(PatchScores scores) {
        float[] values = scores.patchScores();
        return IntStream.range(0, values.length)
                .reduce((best, patch) -> values[patch] > values[best] ? patch : best)
                .orElseThrow();
    }

    private static void assertSame(PatchScores actual, PatchScores expected) {
        assertThat(actual.patchScores()).isEqualTo(expected.patchScores());
        assertThat(actual.imageLevelScore()).isEqualTo(expected.imageLevelScore());
        assertThat(actual.hasNearestRows()).isEqualTo(expected.hasNearestRows());
    }
}
