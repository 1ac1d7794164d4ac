package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.metric.Auroc;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

@Seeded
final class SeparationTest {
    private static final int PICTURES = 40;

    @Test
    void isTheMeanOverKindsOfTheAuroc(Random random) {
        double[] clean = scores(0, random);
        double[] near = scores(0.5, random);
        double[] far = scores(2, random);
        double expected = (Auroc.of(floats(clean), floats(near)) + Auroc.of(floats(clean), floats(far))) / 2;

        assertThat(Separation.of(clean, List.of(near, far)).auroc()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void tiesCountHalf() {
        double[] same = {1, 1, 1};
        assertThat(Separation.of(same, List.of(same)).auroc()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aLargeGainIsClear(Random random) {
        double[] clean = scores(0, random);
        Separation weak = Separation.of(clean, List.of(scores(0.2, random)));
        Separation strong = Separation.of(clean, List.of(scores(2, random)));

        assertThat(strong.isClearlyBetterThan(weak)).isTrue();
        assertThat(weak.isClearlyBetterThan(strong)).isFalse();
    }

    @Test
    void nothingIsClearlyBetterThanItself(Random random) {
        Separation found = Separation.of(scores(0, random), List.of(scores(1, random)));
        assertThat(found.isClearlyBetterThan(found)).isFalse();
    }

    /** The difference of two draws from the same distribution is above its standard error one time in six. */
    @Test
    void chanceIsSeldomTakenForAGain(Random random) {
        int clear = 0;
        int trials = 600;
        for (int i = 0; i < trials; i++) {
            Separation one = Separation.of(scores(0, random), List.of(scores(1, random), scores(1, random)));
            Separation other = Separation.of(scores(0, random), List.of(scores(1, random), scores(1, random)));
            clear += one.isClearlyBetterThan(other) ? 1 : 0;
        }
        assertThat((double) clear / trials).isBetween(0.08, 0.24);
    }

    @Test
    void aSmallGainOnTheSamePicturesIsClear(Random random) {
        double[] clean = scores(0, random);
        double[] painted = scores(1, random);
        double[] raised = DoubleStream.of(painted).map(score -> score + 0.1).toArray();
        Separation before = Separation.of(clean, List.of(painted));

        assertThat(Separation.of(clean, List.of(raised)).isClearlyBetterThan(before))
                .isTrue();
    }

    private static double[] scores(double mean, Random random) {
        return random.doubles(PICTURES)
                .map(ignored -> mean + random.nextGaussian())
                .toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
