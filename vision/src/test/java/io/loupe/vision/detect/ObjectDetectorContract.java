package io.loupe.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.FourThreads;
import io.loupe.vision.image.MadePictures;
import io.loupe.vision.image.RgbImage;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ObjectDetector} and its provider must do. A subclass names the detector. */
@Seeded
public abstract class ObjectDetectorContract {
    /** Two boxes of one label that share more than this are one object. */
    private static final double MAX_OVERLAP = 0.45;

    private static final DetectionLimits EVERYTHING = new DetectionLimits(0, Integer.MAX_VALUE);

    protected abstract ObjectDetectorProvider provider();

    protected abstract String detectorId();

    protected EncoderSettings settings() {
        return EncoderSettings.defaults();
    }

    /** A picture in which the detector finds several objects, however unsure it is of them. */
    protected RgbImage busyPicture() {
        return MadePictures.of("noise", 96, 128);
    }

    @Test
    void findsBoxesInsidePicturesOfAnySize(Random random) {
        try (ObjectDetector detector = open()) {
            for (RgbImage picture : List.of(
                    busyPicture(),
                    MadePictures.random(50, 70, random),
                    MadePictures.random(200, 3, random),
                    MadePictures.random(1, 300, random),
                    MadePictures.random(1, 1, random))) {
                assertThat(detector.detect(picture, EVERYTHING)).allSatisfy(detection -> {
                    BoundingBox box = detection.box();
                    assertThat(box.isEmpty()).isFalse();
                    assertThat(box).isEqualTo(box.clippedTo(picture.height(), picture.width()));
                });
            }
        }
    }

    @Test
    void givesTheBestFirstAndKnowsItsLabels() {
        try (ObjectDetector detector = open()) {
            List<Detection> detections = detector.detect(busyPicture(), EVERYTHING);

            assertThat(detections)
                    .hasSizeGreaterThan(1)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(Detection::score).reversed());
            assertThat(detector.info().labels())
                    .doesNotHaveDuplicates()
                    .containsAll(detections.stream().map(Detection::label).toList());
        }
    }

    @Test
    void leavesOneBoxForEachObject() {
        try (ObjectDetector detector = open()) {
            List<Detection> detections = detector.detect(busyPicture(), EVERYTHING);

            assertThat(NonMaximumSuppression.keepBest(detections, MAX_OVERLAP)).isEqualTo(detections);
        }
    }

    @Test
    void leavesOutWhatIsBelowTheLeastScore() {
        try (ObjectDetector detector = open()) {
            List<Detection> all = detector.detect(busyPicture(), EVERYTHING);
            double middle = all.get(all.size() / 2).score();

            List<Detection> better = detector.detect(busyPicture(), new DetectionLimits(middle, Integer.MAX_VALUE));

            assertThat(better)
                    .isEqualTo(all.stream()
                            .filter(detection -> detection.score() >= middle)
                            .toList());
        }
    }

    @Test
    void leavesOutAllButTheBestAllowed() {
        try (ObjectDetector detector = open()) {
            List<Detection> best = detector.detect(busyPicture(), new DetectionLimits(0, 2));

            assertThat(best)
                    .isEqualTo(detector.detect(busyPicture(), EVERYTHING).subList(0, 2));
        }
    }

    @Test
    void givesFourThreadsWhatItGivesOne() {
        try (ObjectDetector detector = open()) {
            List<Detection> expected = detector.detect(busyPicture(), EVERYTHING);

            assertThat(FourThreads.callAtOnce(() -> detector.detect(busyPicture(), EVERYTHING)))
                    .allMatch(expected::equals);
        }
    }

    @Test
    void listsWhatItOpens() {
        try (ObjectDetector detector = open()) {
            assertThat(provider().list(settings())).contains(detector.info());
        }
    }

    @Test
    void leavesAnUnknownDetectorToOthers() {
        assertThat(provider().open("no-such-detector", settings())).isEmpty();
    }

    @Test
    void refusesToDetectOnceClosed() {
        ObjectDetector detector = open();
        detector.close();
        detector.close();

        assertThatThrownBy(() -> detector.detect(busyPicture(), EVERYTHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(detectorId());
    }

    private ObjectDetector open() {
        return provider().open(detectorId(), settings()).orElseThrow();
    }
}
