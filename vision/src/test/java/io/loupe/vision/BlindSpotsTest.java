package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.synthetic.SyntheticKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector knows how small a defect may be and still be found. */
@Seeded
class BlindSpotsTest {
    private static final int SIDE = 64;
    private static final int TRIALS = 8;

    @TempDir
    Path folder;

    @Test
    void travelWithTheModel(Random random) {
        Path file = folder.resolve("part.loupe");
        try (Detector detector = trained(TRIALS, random)) {
            BlindSpots spots = detector.blindSpots().orElseThrow();
            assertThat(spots.trials()).isEqualTo(TRIALS * SyntheticKind.values().length);
            assertThat(spots.overall().size()).isGreaterThan(BlindSpots.SMALLEST / 2);
            detector.save(file);
            try (Detector loaded = Detector.load(file)) {
                assertThat(loaded.blindSpots()).contains(spots);
                assertThat(loaded.typicalSide()).isEqualTo(SIDE);
            }
        }
    }

    @Test
    void areNotKnownWhereNobodyLooked(Random random) {
        Path file = folder.resolve("part.loupe");
        try (Detector detector = trained(0, random)) {
            assertThat(detector.blindSpots()).isEmpty();
            detector.save(file);
            try (Detector loaded = Detector.load(file)) {
                assertThat(loaded.blindSpots()).isEmpty();
            }
        }
    }

    @Test
    void areNotKnownUnderAnotherThreshold(Random random) {
        try (Detector detector = trained(1, random)) {
            assertThat(detector.withThreshold(detector.threshold()).blindSpots())
                    .isEmpty();
        }
    }

    private static Detector trained(int trialsPerKind, Random random) {
        TrainingSettings settings = new TrainingSettings(
                "patchcore",
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(SIDE)),
                MethodSettings.defaults(),
                0.05);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int i = 0; i < 6; i++) {
                training.add("part " + i, part(random));
            }
            Detector detector = training.finish(Progress.SILENT);
            return trialsPerKind == 0 ? detector : training.withBlindSpots(detector, trialsPerKind, Progress.SILENT);
        }
    }

    /** A bright square on a dark, slightly noisy ground. */
    private static RgbImage part(Random random) {
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            boolean inside = Math.abs(pixel / SIDE - SIDE / 2) < 20 && Math.abs(pixel % SIDE - SIDE / 2) < 20;
            byte value = (byte) ((inside ? 180 : 60) + random.nextInt(12));
            for (int channel = 0; channel < 3; channel++) {
                pixels[3 * pixel + channel] = value;
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }
}
