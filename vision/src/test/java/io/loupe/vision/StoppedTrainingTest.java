package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training is ended by a progress that throws, wherever it is. */
final class StoppedTrainingTest {
    private static final int PICTURES = 6;
    private static final int TRIALS = 2;

    static Stream<String> methods() {
        return AnomalyMethods.all().stream().map(method -> method.id());
    }

    private static Training empty(String method) {
        TrainingSettings settings = new TrainingSettings(
                method,
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(32)),
                MethodSettings.defaults(),
                TrainingSettings.USUAL_MAX_FALSE_REJECT);
        return Training.start(settings, EncoderSettings.defaults());
    }

    private static Training started(String method) {
        Training training = empty(method);
        for (int i = 0; i < PICTURES; i++) {
            training.add("good-" + i, noise(i));
        }
        return training;
    }

    private static RgbImage noise(int seed) {
        byte[] pixels = new byte[3 * 32 * 32];
        new Random(seed).nextBytes(pixels);
        return RgbImage.wrap(32, 32, pixels);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itEndsInEveryPhaseWithWhatTheProgressThrew(String method) {
        Set<String> phases = new ConcurrentSkipListSet<>();
        try (Training whole = started(method);
                Detector detector = whole.finish((phase, _, _) -> phases.add(phase), TRIALS)) {
            assertThat(detector.blindSpots()).isPresent();
        }
        assertThat(phases).contains("scoring held-out pictures", "looking for blind spots");
        for (String last : phases) {
            Progress stopping = (phase, _, _) -> {
                if (phase.equals(last)) {
                    throw new CancellationException(last);
                }
            };
            try (Training training = started(method)) {
                assertThatExceptionOfType(CancellationException.class)
                        .as(last)
                        .isThrownBy(() -> training.finish(stopping, TRIALS));
            }
        }
    }

    @Test
    void picturesThatWerePreparedInAnotherOrderAreLearnedInTheOrderInWhichTheyWereAdded() {
        try (Training one = started("patchcore");
                Training other = empty("patchcore")) {
            Training.Prepared second = other.prepare("good-1", noise(1));
            other.add(other.prepare("good-0", noise(0)));
            other.add(second);
            for (int i = 2; i < PICTURES; i++) {
                other.add("good-" + i, noise(i));
            }
            try (Detector expected = one.finish(Progress.SILENT);
                    Detector actual = other.finish(Progress.SILENT)) {
                assertThat(actual.goodPictures()).isEqualTo(expected.goodPictures());
                assertThat(actual.heldOutScores().imageLevelScores())
                        .containsExactly(expected.heldOutScores().imageLevelScores());
            }
        }
    }
}
