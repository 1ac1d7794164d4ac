package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TapSelectionTest {
    private static final int PICTURES = 100;

    @Test
    void offersTapsThatAreNotFinerThanTheDefaultsAndCheaper() {
        EncoderInfo encoder = new EncoderInfo(
                "net",
                "",
                List.of(
                        new Tap("finer", 4, 2),
                        new Tap("fine", 8, 32),
                        new Tap("wide", 8, 192),
                        new Tap("coarse", 16, 88),
                        new Tap("as dear", 16, 128),
                        new Tap("coarser", 32, 120),
                        new Tap("whole", 64, 120)),
                List.of("fine", "coarse"),
                "");
        assertThat(TapSelection.candidates(encoder)).containsExactly("coarser");
    }

    @Test
    void addsTheTapThatGainsMostAndThenTheNext() {
        TapSelection selection = TapSelection.greedy(
                1,
                4,
                taps -> trial(Map.of(0, 10, 1, 20, 2, 0, 3, 30).entrySet().stream()
                        .filter(entry -> taps.contains(entry.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum()));
        assertThat(selection.taps()).containsExactly(0, 1, 3);
        assertThat(selection.picture().auroc()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void addsNothingThatGainsNothing() {
        assertThat(TapSelection.greedy(2, 5, _ -> trial(50)).taps()).containsExactly(0, 1);
    }

    @Test
    void addsTwoTapsAtMost() {
        assertThat(TapSelection.greedy(2, 9, taps -> trial(10 * taps.size())).taps())
                .hasSize(4);
    }

    @Test
    void asksForNothingThatWasTriedBefore() {
        List<List<Integer>> asked = new ArrayList<>();
        TapSelection.greedy(1, 3, taps -> {
            asked.add(taps);
            return trial(10 * taps.size());
        });
        assertThat(asked).doesNotHaveDuplicates();
    }

    /** Painted pictures of which so many of {@value #PICTURES} score above every good one, and the others as these. */
    private static PictureTrial trial(int above) {
        double[] painted =
                IntStream.range(0, PICTURES).mapToDouble(i -> i < above ? 2 : 1).toArray();
        double[] clean = IntStream.range(0, PICTURES).mapToDouble(_ -> 1).toArray();
        return new PictureTrial(LofSettings.DEFAULT, Separation.of(clean, List.of(painted)));
    }
}
