package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.benchmarks.PromiseRow.Check;
import io.loupe.vision.threshold.HeldOutScores;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PromiseTableTest {
    private static final HeldOutScores HELD_OUT = HeldOutScores.of(scores(100, 1), scores(100, 1));

    @Test
    void goodPicturesLikeTheHeldOutOnesKeepThePromise() {
        PromiseRow row = PromiseRow.of("tile", 1, HELD_OUT, scores(50, 1));

        assertThat(row.parts()).isEqualTo(100);
        assertThat(row.freshToHeldOut()).isCloseTo(1, within(0.1));
        assertThat(row.holds()).isTrue();
    }

    @Test
    void goodPicturesThatAllScoreHigherBreakIt() {
        PromiseRow row = PromiseRow.of("tile", 1, HELD_OUT, scores(50, 3));

        assertThat(row.freshToHeldOut()).isGreaterThan(2);
        assertThat(row.checks())
                .allSatisfy(check -> assertThat(check.rejected()).isEqualTo(50));
        assertThat(row.holds()).isFalse();
        assertThat(row.sentence()).contains("50 of 50 rejected at 0.05 - MORE THAN STATED");
    }

    @Test
    void showsRejectsBoundAndProbabilityOfEachRate() {
        PromiseRow row = new PromiseRow(
                "tile", 2, 40, 1.012, List.of(new Check(0.05, 0.1, false, 1, 2), new Check(0.01, 0.072, true, 2, 2)));

        String page = new PromiseTable(List.of(row)).markdown();

        assertThat(page)
                .contains("| rejected at 5.0 % | stated | p | rejected at 1.0 % | stated | p |")
                .contains("| tile | 2 | 40 | 1.012 | 1 of 2 | 10.0 % | 0.190 | 2 of 2 | 7.2 %* | 0.005 **broken** |")
                .contains("Promised 5.0 %: 1 of 2 rejected, 50.0 %.");
        assertThat(new PromiseTable(List.of(row)).holds()).isFalse();
    }

    /** Evenly spread scores that begin at a value. */
    private static double[] scores(int count, double from) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (double) i / count)
                .toArray();
    }
}
