package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownTapsTest {
    private final ShownTaps taps = new ShownTaps(2, List.of("deep", "deeper", "deepest"));

    @Test
    void thoseThatWereAskedForComeFirst() {
        assertThat(taps.askedTaps()).containsExactly(0, 1);
        assertThat(taps.count()).isEqualTo(5);
    }

    @Test
    void namesOnlyWhatNobodyAskedFor() {
        assertThat(taps.added(List.of(0, 1))).isEmpty();
        assertThat(taps.added(List.of(0, 1, 3))).containsExactly("deeper");
        assertThat(taps.leftOut(List.of(0, 1, 3))).containsExactly("deep", "deepest");
        assertThat(taps.leftOut(List.of(0, 1, 2, 3, 4))).isEmpty();
    }
}
