package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.AnomalyMaps;
import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;
import io.loupe.vision.map.Regions;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from good pictures to a verdict, through the face that programs use. */
final class DetectorTest {
    private static final int HEIGHT = 96;
    private static final int WIDTH = 128;

    static Stream<String> methods() {
        return AnomalyMethods.all().stream().map(method -> method.id());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void passesWhatLooksLikeTheGoodOnesAndFailsWhatDoesNot(String method) {
        try (Detector detector = learn(method, 12)) {
            assertThat(detector.inspect(goodPart(100)).verdict()).isEqualTo(Verdict.PASS);

            Inspection defective = detector.inspect(scratched(goodPart(101)));
            assertThat(defective.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(defective.findings()).isNotEmpty();
            assertThat(defective.findings().getFirst().region().box()).satisfies(DetectorTest::touchesTheScratch);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patch-lof", "patchcore", "dino-knn"})
    void picturesOfGoodPartsThatAreThereTwiceDoNotLowerTheThreshold(String method) {
        try (Detector once = learn(method, 12, 0);
                Detector twice = learn(method, 12, 6)) {
            assertThat(twice.heldOutScores().groups().count()).isEqualTo(12);
            assertThat(twice.threshold().failPromise().goodPictures()).isEqualTo(12);
            assertThat(twice.threshold().failScore())
                    .isGreaterThan(0.9 * once.threshold().failScore());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void saysTheSameAfterItWasSavedAndLoaded(String method, @TempDir Path folder) {
        Path file = folder.resolve("part.loupe");
        RgbImage part = scratched(goodPart(101));
        try (Detector trained = learn(method, 8)) {
            trained.save(file);
            try (Detector loaded = Detector.load(file)) {
                Inspection before = trained.inspect(part);
                Inspection after = loaded.inspect(part);

                assertThat(after.score()).isEqualTo(before.score());
                assertThat(after.threshold()).isEqualTo(before.threshold());
                assertThat(after.findings()).isEqualTo(before.findings());
                assertThat(loaded.settings()).isEqualTo(trained.settings());
                assertThat(loaded.goodPictures()).isEqualTo(trained.goodPictures());
            }
        }
    }

    @Test
    void sameGoodPicturesGiveTheSameBytes(@TempDir Path folder) throws IOException {
        for (String name : List.of("a", "b")) {
            try (Detector detector = learn("patchcore", 6)) {
                detector.save(folder.resolve(name));
            }
        }

        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(Files.readAllBytes(folder.resolve("b")));
    }

    @Test
    void namesTheNormalPatchesARegionWasComparedWith() {
        try (Detector detector = learn("patchcore", 8)) {
            Inspection inspection = detector.inspect(scratched(goodPart(101)));

            List<NearestNormal> nearest = inspection.findings().getFirst().nearest();
            assertThat(nearest).hasSize(3).extracting(NearestNormal::image).doesNotHaveDuplicates();
            assertThat(nearest).allSatisfy(normal -> {
                assertThat(normal.image()).startsWith("good-");
                assertThat(normal.box().x() + normal.box().width()).isLessThanOrEqualTo(WIDTH);
                assertThat(normal.box().y() + normal.box().height()).isLessThanOrEqualTo(HEIGHT);
            });
        }
    }

    @Test
    void theScoresOfThePatchesGiveTheVeryMapAndRegionsAgain() {
        try (Detector detector = learn("patchcore", 8)) {
            Inspection inspection = detector.inspect(scratched(goodPart(101)));

            PatchScores kept = inspection.patchScores();
            AnomalyMap again = AnomalyMaps.fromPatchScores(
                    PatchScores.wrap(
                            kept.rows(), kept.columns(), kept.patchScores(), kept.imageLevelScore(), new int[0]),
                    new InputSize(inspection.map().height(), inspection.map().width()));
            assertThat(again.values()).containsExactly(inspection.map().values());
            assertThat(Regions.of(
                                    again,
                                    inspection.threshold().pixelScore(),
                                    inspection.threshold().growScore(),
                                    inspection.verdict())
                            .predictedMask())
                    .isEqualTo(inspection.mask());
        }
    }

    @Test
    void masksAndSharesAreThoseOfTheRegions() {
        try (Detector detector = learn("patchcore", 8)) {
            Inspection inspection = detector.inspect(scratched(goodPart(101)));

            double share = (double) inspection.mask().area()
                    / (inspection.map().height() * inspection.map().width());
            assertThat(inspection.anomalousShare()).isPositive().isCloseTo(share, within(1e-9));
            for (int i = 0; i < inspection.findings().size(); i++) {
                Region onMap = inspection.regions().list().get(i);
                Region inPicture = inspection.findings().get(i).region();
                assertThat(inspection.regions().mask(i).area()).isEqualTo(onMap.areaPixels());
                assertThat(inPicture.areaPixels()).isEqualTo(Math.round(onMap.areaShare() * HEIGHT * WIDTH));
                assertThat(inPicture.areaShare()).isEqualTo(onMap.areaShare());
            }
        }
    }

    @Test
    void judgesByAnotherThresholdWithoutLearningAgain() {
        try (Detector detector = learn("patchcore", 8)) {
            Threshold own = detector.threshold();
            Threshold lax =
                    new Threshold(1e9, 1e9, own.pixelScore(), own.growScore(), own.failPromise(), own.warnPromise());

            assertThat(detector.withThreshold(lax)
                            .inspect(scratched(goodPart(101)))
                            .verdict())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void namesItsTapsEvenWhenNobodyChoseThem() {
        try (Detector detector = learn("patchcore", 4)) {
            assertThat(detector.settings().encoder().taps()).isNotEmpty().isEqualTo(detector.taps());
        }
    }

    @Test
    void refusesToLearnFromOnePicture() {
        try (Training training = Training.start(settings("patchcore"), EncoderSettings.defaults())) {
            training.add("alone", goodPart(1));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.finish(Progress.SILENT))
                    .withMessageContaining("at least 2 good pictures, got 1");
        }
    }

    @Test
    void refusesAModelFileThatWasCutShort(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("part.loupe");
        try (Detector detector = learn("patchcore", 4)) {
            detector.save(file);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> Detector.load(file))
                .withMessageContaining(file.toString());
    }

    private static Detector learn(String method, int pictures) {
        return learn(method, pictures, 0);
    }

    /** Learns from pictures, and from the first of them once more. */
    private static Detector learn(String method, int pictures, int copies) {
        try (Training training = Training.start(settings(method), EncoderSettings.defaults())) {
            for (int i = 0; i < pictures; i++) {
                training.add("good-" + i, goodPart(i));
            }
            for (int i = 0; i < copies; i++) {
                training.add("copy-" + i, goodPart(i));
            }
            return training.finish(Progress.SILENT);
        }
    }

    private static TrainingSettings settings(String method) {
        return new TrainingSettings(
                method,
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(96)),
                MethodSettings.defaults(),
                0.01);
    }

    /** A striped part with a bright disc in it, under a little noise. */
    private static RgbImage goodPart(int seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[3 * HEIGHT * WIDTH];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                boolean disc = Math.hypot(row - 48, column - 64) < 30;
                int value = (disc ? 170 : 80) + (row / 6 % 2) * 20 + random.nextInt(12);
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * WIDTH + column) + channel] = (byte) value;
                }
            }
        }
        return RgbImage.wrap(HEIGHT, WIDTH, pixels);
    }

    private static RgbImage scratched(RgbImage part) {
        byte[] pixels = part.pixels().clone();
        for (int i = 0; i < 24; i++) {
            for (int thickness = 0; thickness < 4; thickness++) {
                int at = 3 * ((30 + i) * WIDTH + 50 + i + thickness);
                pixels[at] = (byte) 250;
                pixels[at + 1] = 10;
                pixels[at + 2] = 10;
            }
        }
        return RgbImage.wrap(HEIGHT, WIDTH, pixels);
    }

    private static void touchesTheScratch(Box box) {
        assertThat(box.x()).isLessThan(78);
        assertThat(box.x() + box.width()).isGreaterThan(50);
        assertThat(box.y()).isLessThan(54);
        assertThat(box.y() + box.height()).isGreaterThan(30);
    }
}
