package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class AurocTest {
    @Test
    void isOneWhereEveryPositiveScoresHigher() {
        assertThat(Auroc.of(new float[] {1, 2}, new float[] {3, 4, 5})).isOne();
        assertThat(Auroc.of(new float[] {3, 4, 5}, new float[] {1, 2})).isZero();
    }

    @Test
    void countsTiesHalf() {
        assertThat(Auroc.of(new float[] {1, 1}, new float[] {1, 1, 1})).isEqualTo(0.5);
        assertThat(Auroc.of(new float[] {1, 2}, new float[] {2})).isEqualTo(0.75);
    }

    @Test
    void isUndefinedWithoutPositivesOrNegatives() {
        assertThat(Auroc.of(new float[0], new float[] {1})).isNaN();
        assertThat(Auroc.of(new float[] {1}, new float[0])).isNaN();
    }

    @Test
    void isTheShareOfPairsInTheRightOrder(Random random) {
        float[] negatives = new float[40];
        float[] positives = new float[30];
        for (int i = 0; i < negatives.length; i++) {
            negatives[i] = random.nextInt(20);
        }
        for (int i = 0; i < positives.length; i++) {
            positives[i] = random.nextInt(20) + 3;
        }
        double wins = 0;
        for (float negative : negatives) {
            for (float positive : positives) {
                wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }

        assertThat(Auroc.of(negatives, positives))
                .isCloseTo(wins / (negatives.length * positives.length), within(1e-12));
    }
}
