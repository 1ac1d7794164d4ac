package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code patch-lof} chooses its settings by defects that it paints on the good pictures. */
@Seeded
class SelfTuningTest {
    private static final int SIDE = 64;

    @TempDir
    Path folder;

    @Test
    void tellsWhatWasChosenAndWhatTheDefaultsWouldHaveFound(Random random) {
        try (Detector detector = train(10, random)) {
            assertThat(detector.remark()).contains("synthetic defects", "AUROC", "default");
        }
    }

    @Test
    void travelsWithTheModel(Random random) {
        Path file = folder.resolve("part.loupe");
        try (Detector detector = train(10, random)) {
            detector.save(file);
            try (Detector loaded = Detector.load(file)) {
                assertThat(loaded.remark()).isEqualTo(detector.remark());
            }
        }
    }

    @Test
    void choosesTheSameForTheSameSeed(Random random) {
        long seed = random.nextLong();
        try (Detector once = train(9, new Random(seed));
                Detector again = train(9, new Random(seed))) {
            assertThat(again.remark()).isEqualTo(once.remark());
        }
    }

    @Test
    void isLeftOutWhereGoodPicturesAreFew(Random random) {
        try (Detector detector = train(4, random)) {
            assertThat(detector.remark()).contains("Not tuned", "8 good pictures");
        }
    }

    private static Detector train(int pictures, Random random) {
        TrainingSettings settings = new TrainingSettings(
                "patch-lof",
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(SIDE)),
                MethodSettings.defaults(),
                0.05);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int i = 0; i < pictures; i++) {
                training.add("part " + i, part(random));
            }
            return training.finish(Progress.SILENT);
        }
    }

    /** A bright disc on a dark, slightly noisy ground. */
    private static RgbImage part(Random random) {
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean inside = Math.hypot(row - SIDE / 2.0, column - SIDE / 2.0) < SIDE / 3.0;
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * SIDE + column) + channel] = (byte) ((inside ? 180 : 60) + random.nextInt(12));
                }
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }
}
