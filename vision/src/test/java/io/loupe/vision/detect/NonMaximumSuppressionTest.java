package io.loupe.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@Seeded
class NonMaximumSuppressionTest {
    private static final BoundingBox BOX = new BoundingBox(0, 0, 10, 10);
    /** Shares nine tenths with {@link #BOX}. */
    private static final BoundingBox NEARLY_THE_SAME = new BoundingBox(0, 0, 10, 9);

    private static final BoundingBox ELSEWHERE = new BoundingBox(50, 50, 60, 60);

    @Test
    void keepsTheBestOfOverlappingBoxesAndPutsTheBestFirst() {
        Detection worse = new Detection("dog", 0.6, NEARLY_THE_SAME);
        Detection better = new Detection("dog", 0.7, BOX);
        Detection other = new Detection("dog", 0.9, ELSEWHERE);

        assertThat(NonMaximumSuppression.keepBest(List.of(worse, better, other), 0.45))
                .containsExactly(other, better);
    }

    @Test
    void keepsBoxesThatShareNoMoreThanTheLimit() {
        List<Detection> both = List.of(new Detection("dog", 0.7, BOX), new Detection("dog", 0.6, NEARLY_THE_SAME));

        assertThat(NonMaximumSuppression.keepBest(both, 0.9)).isEqualTo(both);
    }

    @Test
    void labelsDoNotCompete() {
        List<Detection> both = List.of(new Detection("cow", 0.53, BOX), new Detection("dog", 0.4, BOX));

        assertThat(NonMaximumSuppression.keepBest(both, 0.45)).isEqualTo(both);
    }

    @Test
    void whatWasSuppressedSuppressesNothing() {
        Detection first = new Detection("dog", 0.9, new BoundingBox(0, 0, 10, 10));
        Detection second = new Detection("dog", 0.8, new BoundingBox(3, 0, 13, 10));
        Detection third = new Detection("dog", 0.7, new BoundingBox(6, 0, 16, 10));

        assertThat(NonMaximumSuppression.keepBest(List.of(first, second, third), 0.45))
                .containsExactly(first, third);
    }

    @Test
    void ofEqualScoresTheEarlierOneStays() {
        Detection earlier = new Detection("dog", 0.5, NEARLY_THE_SAME);

        assertThat(NonMaximumSuppression.keepBest(List.of(earlier, new Detection("dog", 0.5, BOX)), 0.45))
                .containsExactly(earlier);
    }

    @Test
    void ofNothingNothingStays() {
        assertThat(NonMaximumSuppression.keepBest(List.of(), 0.45)).isEmpty();
    }

    @RepeatedTest(10)
    void everyBoxLeftOutHasABetterOneThatStays(Random random) {
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double left = random.nextInt(30);
            double top = random.nextInt(30);
            BoundingBox box = new BoundingBox(left, top, left + 1 + random.nextInt(20), top + 1 + random.nextInt(20));
            detections.add(new Detection(random.nextBoolean() ? "cat" : "dog", random.nextInt(10) / 10.0, box));
        }
        List<Detection> kept = NonMaximumSuppression.keepBest(detections, 0.3);

        for (Detection detection : detections) {
            boolean hasBetter = kept.stream()
                    .anyMatch(rival -> rival.label().equals(detection.label())
                            && rival.score() >= detection.score()
                            && !rival.equals(detection)
                            && rival.box().intersectionOverUnion(detection.box()) > 0.3);
            assertThat(kept.contains(detection)).as(detection.toString()).isNotEqualTo(hasBetter);
        }
    }
}
