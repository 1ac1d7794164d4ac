package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.threshold.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "This is normal", "this is a defect", and taking it back. */
final class CorrectionsTest {
    private static final int SIDE = 96;

    /** Where {@link #stained} pictures differ from good ones. */
    private static final Box STAIN = new Box(58, 20, 16, 16);

    private static Detector detector;

    @TempDir
    private Path folder;

    @BeforeAll
    static void learn() {
        detector = learn("patch-lof");
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @Test
    void whatIsSaidToBeNormalPassesFromThenOn() {
        RgbImage stained = stained(100, 60);
        assertThat(detector.inspect(stained).verdict()).isEqualTo(Verdict.FAIL);

        Detector told = detector.withNormal("stain", stained);

        assertThat(told.inspect(stained).verdict()).isEqualTo(Verdict.PASS);
        assertThat(told.inspect(stained(101, 60)).scoreRatio())
                .isLessThan(detector.inspect(stained(101, 60)).scoreRatio());
    }

    @Test
    void aPictureSaidToBeNormalCountsAmongThoseThatThePromiseIsMadeFrom() {
        RgbImage stained = stained(100, 60);
        Detector told = detector.withNormal("stain", stained);

        assertThat(told.heldOutScores().count())
                .isEqualTo(detector.heldOutScores().count() + 1);
        assertThat(told.heldOutScores().imageLevelScores())
                .contains(detector.inspect(stained).score());
        assertThat(told.threshold().failPromise().goodPictures()).isEqualTo(21);
        assertThat(told.threshold().failScore())
                .isGreaterThan(detector.threshold().failScore());
    }

    @Test
    void aPictureSaidToBeNormalIsAGoodPicture() {
        Detector told = detector.withNormal("stain", stained(100, 60));
        assertThat(told.goodPictures()).last().extracting(GoodPicture::name).isEqualTo("stain");
        assertThat(told.bankRows()).isGreaterThan(detector.bankRows());
    }

    @Test
    void aMarkedDefectFailsFromThenOn() {
        RgbImage faint = stained(100, 2);
        assertThat(detector.inspect(faint).verdict()).isNotEqualTo(Verdict.FAIL);

        Detector told = detector.withDefect("faint", faint, STAIN);

        assertThat(told.inspect(faint).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aDefectIsWhatScoresHighestWhereNothingIsMarked() {
        RgbImage stained = stained(100, 60);
        Detector told = detector.withDefect("stain", stained);
        assertThat(told.inspect(stained).score())
                .isGreaterThan(2 * detector.inspect(stained).score());
    }

    @Test
    void aDefectLowersNoScore() {
        Detector told = detector.withDefect("faint", stained(100, 2), STAIN).withDefect("stain", stained(101, 60));
        for (int seed = 200; seed < 230; seed++) {
            for (RgbImage picture : List.of(goodPart(seed), stained(seed, 2), stained(seed, 60))) {
                assertThat(told.inspect(picture).score())
                        .isGreaterThanOrEqualTo(detector.inspect(picture).score());
            }
        }
    }

    @Test
    void goodPartsStillPassAfterADefect() {
        Detector told = detector.withDefect("faint", stained(100, 2), STAIN);
        assertThat(IntStream.range(300, 320).mapToObj(seed -> told.inspect(goodPart(seed))))
                .noneMatch(inspection -> inspection.verdict() == Verdict.FAIL);
    }

    @Test
    void goodPicturesLikeAMarkedDefectAreScoredAsWhatTheyAreNow() {
        Detector told = detector;
        for (int i = 0; i < 20; i += 4) {
            told = told.withDefect("good-" + i, goodPart(i), new Box(0, 0, SIDE, SIDE));
        }
        double[] before = detector.heldOutScores().imageLevelScores();
        double[] after = told.heldOutScores().imageLevelScores();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isGreaterThanOrEqualTo(before[i]);
        }
        assertThat(told.threshold().failScore())
                .isGreaterThanOrEqualTo(detector.threshold().failScore());
    }

    @Test
    void takingBackLeavesNoTrace() {
        RgbImage picture = stained(7, 30);
        Detector told = detector.withNormal("a", stained(100, 60))
                .withDefect("b", stained(101, 40))
                .withoutCorrection("a")
                .withoutCorrection("b");

        assertSame(told, detector, picture);
        assertThat(told.corrections()).isEmpty();
        assertThat(told.minorVersion()).isEqualTo(4);
    }

    @Test
    void theDetectorThatWasCorrectedStaysAsItWas() {
        RgbImage stained = stained(100, 60);
        double before = detector.inspect(stained).score();
        detector.withNormal("a", stained).inspect(stained);
        assertThat(detector.inspect(stained).score()).isEqualTo(before);
        assertThat(detector.minorVersion()).isZero();
    }

    @Test
    void theOrderOfCorrectionsDoesNotMatter() {
        List<Integer> seeds = IntStream.range(0, 10).boxed().toList();
        Detector forwards = corrected(detector, seeds);
        Detector backwards = corrected(detector, seeds.reversed());

        assertThat(forwards.minorVersion()).isEqualTo(10);
        assertAlike(forwards, backwards, stained(7, 30));
        assertAlike(
                forwards.withoutCorrection("4"), corrected(detector, List.of(9, 8, 7, 6, 5, 3, 2, 1, 0)), goodPart(9));
    }

    @Test
    void addingACorrectionGivesWhatTellingAllFromTheStartGives() {
        Random random = new Random(45);
        for (int round = 0; round < 4; round++) {
            List<Integer> seeds = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
            Collections.shuffle(seeds, random);
            List<Integer> left = new ArrayList<>();
            Detector told = detector;
            for (int seed : seeds) {
                told = corrected(told, List.of(seed));
                left.add(seed);
                if (random.nextInt(4) == 0) {
                    Integer undone = left.get(random.nextInt(left.size()));
                    left.removeIf(undone::equals);
                    told = told.withoutCorrection(undone.toString());
                }
            }
            assertSame(told, corrected(detector, left), stained(7, 30));

            Path file = folder.resolve("told-%d.loupe".formatted(round));
            told.save(file);
            try (Detector loaded = Detector.load(file)) {
                assertSame(loaded, told, stained(7, 30));
                assertSame(corrected(loaded, List.of(20, 21)), corrected(told, List.of(20, 21)), stained(7, 30));
            }
        }
    }

    @Test
    void whatDefectsDoToGoodPicturesDoesNotDependOnTheOrderEither() {
        Box all = new Box(0, 0, SIDE, SIDE);
        Detector normals = detector.withNormal("normal", goodPart(40)).withNormal("stain", stained(100, 60));
        Detector defectLast = normals.withDefect("good", goodPart(3), all);
        Detector defectFirst = detector.withDefect("good", goodPart(3), all)
                .withNormal("stain", stained(100, 60))
                .withNormal("normal", goodPart(40));

        assertThat(defectLast.heldOutScores().imageLevelScores()[3])
                .isGreaterThan(normals.heldOutScores().imageLevelScores()[3]);
        assertAlike(defectFirst, defectLast, goodPart(41));
    }

    @Test
    void whatIsNormalByNowShortensTheReachOfDefectsToGoodPictures() {
        int odd = 3;
        try (Detector oneOdd = learn("patch-lof", i -> stained(i, i == odd ? 30 : 0))) {
            Detector told = oneOdd.withDefect("stain", stained(100, 36), STAIN);
            Detector toldMore = told.withNormal("normal", stained(101, 50));
            Detector toldMoreFirst =
                    oneOdd.withNormal("normal", stained(101, 50)).withDefect("stain", stained(100, 36), STAIN);

            assertThat(toldMore.heldOutScores().imageLevelScores()[odd])
                    .isLessThan(told.heldOutScores().imageLevelScores()[odd]);
            assertAlike(toldMore, toldMoreFirst, stained(7, 30));
            assertAlike(toldMore.withoutCorrection("normal"), told, stained(7, 30));
        }
    }

    @Test
    void correctionsTravelWithTheModel() {
        Path file = folder.resolve("part.loupe");
        Detector told = corrected(detector, List.of(1, 2, 3)).withoutCorrection("3");
        told.save(file);

        try (Detector loaded = Detector.load(file)) {
            assertSame(loaded, told, stained(7, 30));
            assertThat(loaded.minorVersion()).isEqualTo(4);
            assertThat(loaded.corrections()).extracting(Correction::name).containsExactly("1", "2");
            assertSame(
                    loaded.withoutCorrection("1").withNormal("9", stained(9, 60)),
                    told.withoutCorrection("1").withNormal("9", stained(9, 60)),
                    stained(7, 30));
            assertSame(loaded.withoutCorrection("1").withoutCorrection("2"), detector, stained(7, 30));
        }
    }

    @Test
    void aModelWhoseCorrectionsWereAllTakenBackIsTheOneThatWasTrained() {
        Path file = folder.resolve("part.loupe");
        corrected(detector, List.of(1)).withoutCorrection("1").save(file);
        try (Detector loaded = Detector.load(file)) {
            assertSame(loaded, detector, stained(7, 30));
            assertThat(loaded.minorVersion()).isEqualTo(2);
        }
    }

    @Test
    void refusesASecondCorrectionOfOneName() {
        Detector told = detector.withNormal("a", goodPart(100));
        assertThatExceptionOfType(UnableToCorrectException.class)
                .isThrownBy(() -> told.withDefect("a", goodPart(101)))
                .withMessage("There is a correction by picture 'a' already. Take it back first, or use another name.");
    }

    @Test
    void refusesToTakeBackWhatWasNeverSaid() {
        assertThatExceptionOfType(UnableToCorrectException.class)
                .isThrownBy(() -> detector.withNormal("a", goodPart(100)).withoutCorrection("b"))
                .withMessage("There is no correction by picture 'b' to take back; there are [a].");
    }

    @Test
    void refusesMarksThatAreNotInThePicture() {
        RgbImage picture = goodPart(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withDefect("a", picture, new Box(SIDE, 0, 5, 5)))
                .withMessageContaining("holds no pixel of a picture of 96 x 96");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withDefect("a", picture, BinaryMask.empty(SIDE, SIDE)))
                .withMessageContaining("mask of the defect is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withDefect("a", picture, BinaryMask.empty(4, 5)))
                .withMessageContaining("A mask of 4 x 5 does not fit");
    }

    @Test
    void otherMethodsSayThatTheyCannotLearnFromCorrections() {
        try (Detector patchCore = learn("patchcore")) {
            assertThatExceptionOfType(UnableToCorrectException.class)
                    .isThrownBy(() -> patchCore.withNormal("a", goodPart(100)))
                    .withMessage(
                            "A detector of method patchcore cannot learn from corrections. Train one with method patch-lof.");
        }
    }

    /** Says of pictures of these seeds that they are normal or, of every other one, defective. */
    private static Detector corrected(Detector from, List<Integer> seeds) {
        Detector told = from;
        for (int seed : seeds) {
            RgbImage picture = stained(100 + seed, 20 + 5 * seed);
            String name = Integer.toString(seed);
            told = seed % 2 == 0 ? told.withNormal(name, picture) : told.withDefect(name, picture, STAIN);
        }
        return told;
    }

    private static void assertSame(Detector actual, Detector expected, RgbImage picture) {
        assertAlike(actual, expected, picture);
        assertThat(actual.heldOutScores().imageLevelScores())
                .isEqualTo(expected.heldOutScores().imageLevelScores());
        assertThat(actual.goodPictures().stream().map(GoodPicture::name))
                .containsExactlyElementsOf(
                        expected.goodPictures().stream().map(GoodPicture::name).toList());
    }

    /** The same but for the order of the good pictures, in which those said to be normal stand as they were told. */
    private static void assertAlike(Detector actual, Detector expected, RgbImage picture) {
        Inspection is = actual.inspect(picture);
        Inspection was = expected.inspect(picture);
        assertThat(is.score()).isEqualTo(was.score());
        assertThat(is.map().values()).isEqualTo(was.map().values());
        assertThat(is.findings()).isEqualTo(was.findings());
        assertThat(is.threshold()).isEqualTo(was.threshold());
        assertThat(actual.heldOutScores().imageLevelScores())
                .containsExactlyInAnyOrder(expected.heldOutScores().imageLevelScores());
    }

    private static Detector learn(String method) {
        return learn(method, CorrectionsTest::goodPart);
    }

    private static Detector learn(String method, IntFunction<RgbImage> goodPictures) {
        TrainingSettings settings = new TrainingSettings(
                method,
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(SIDE)),
                MethodSettings.defaults(),
                0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int i = 0; i < 20; i++) {
                training.add("good-" + i, goodPictures.apply(i));
            }
            return training.finish(Progress.SILENT);
        }
    }

    private static RgbImage goodPart(int seed) {
        return stained(seed, 0);
    }

    /** A striped part with a bright disc in it, under a little noise, and a stain of this strength. */
    private static RgbImage stained(int seed, int strength) {
        Random random = new Random(seed);
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean disc = Math.hypot(row - 48, column - 40) < 25;
                boolean stain = Math.hypot(row - 28, column - 66) < 7;
                int value = (disc ? 170 : 80) + (row / 6 % 2) * 20 + random.nextInt(12) + (stain ? strength : 0);
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * SIDE + column) + channel] = (byte) value;
                }
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }
}
