package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.encoder.Tap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultTapsTest {
    private static final List<Tap> STAGES = List.of(
            new Tap("early", 4, 24),
            new Tap("middle_wide", 8, 192),
            new Tap("middle", 8, 32),
            new Tap("late", 16, 96),
            new Tap("late_wide", 16, 576),
            new Tap("last", 32, 320));

    @Test
    void areTheMeasuredOnesOfAKnownNetwork() {
        List<Tap> taps = List.of(
                new Tap("block_06_out", 8, 32), new Tap("block_10_out", 16, 64), new Tap("block_13_out", 16, 96));

        assertThat(DefaultTaps.choose("mobilenet-v2-imagenet", taps)).containsExactly("block_06_out", "block_13_out");
    }

    @Test
    void areTheNarrowestOfTheMiddleStridesOtherwise() {
        assertThat(DefaultTaps.choose("new-network", STAGES)).containsExactly("middle", "late");
    }

    @Test
    void fallBackWhenANetworkOfKnownNameLacksItsTaps() {
        assertThat(DefaultTaps.choose("coco-mobilenet-v3", STAGES)).containsExactly("middle", "late");
    }

    @Test
    void areTheMiddleOnesWhenNoStrideFits() {
        List<Tap> taps = List.of(new Tap("a", 2, 8), new Tap("b", 4, 8), new Tap("c", 14, 8), new Tap("d", 32, 8));

        assertThat(DefaultTaps.choose("new-network", taps)).containsExactly("b", "c");
    }

    @Test
    void areTheOnlyOneOrNone() {
        assertThat(DefaultTaps.choose("new-network", List.of(new Tap("only", 14, 384))))
                .containsExactly("only");
        assertThat(DefaultTaps.choose("new-network", List.of())).isEmpty();
    }
}
