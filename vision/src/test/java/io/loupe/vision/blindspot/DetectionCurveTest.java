package io.loupe.vision.blindspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.blindspot.DetectionCurve.Curve;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
final class DetectionCurveTest {
    private static final Curve TRUTH = new Curve(Math.log(0.1), 0.3);

    @Test
    void chanceAtTheReliableSizeIsReliable() {
        assertThat(TRUTH.chance(0.1)).isCloseTo(0.95, within(1e-9));
        assertThat(TRUTH.sizeFor(0.95)).isCloseTo(0.1, within(1e-9));
        assertThat(TRUTH.chance(TRUTH.sizeFor(0.4))).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void sixtyTrialsFindTheSizeWithinItsOwnIntervalMostTimes(Random random) {
        int covered = 0;
        int near = 0;
        for (int run = 0; run < 40; run++) {
            SmallestFound found = learned(60, random).smallest();
            covered += found.low() <= 0.1 && 0.1 <= found.high() ? 1 : 0;
            near += found.size() < 0.15 && found.size() > 0.1 / 1.5 ? 1 : 0;
        }
        assertThat(covered).as("of 40 intervals of 90 %").isGreaterThanOrEqualTo(29);
        assertThat(near).as("of 40 within a factor of 1.5").isGreaterThanOrEqualTo(28);
    }

    @Test
    void moreTrialsNarrowTheInterval(Random random) {
        SmallestFound few = learned(15, random).smallest();
        SmallestFound many = learned(600, random).smallest();
        assertThat(many.high() / many.low()).isLessThan(1.6);
        assertThat(few.high() / few.low()).isGreaterThan(many.high() / many.low());
    }

    @Test
    void whatIsNeverFoundIsBeyondWhatWasTried() {
        DetectionCurve curve = new DetectionCurve();
        for (int i = 0; i < 40; i++) {
            curve.observe(BlindSpots.LARGEST, false);
        }
        assertThat(curve.smallest().isFinite()).isFalse();
        assertThat(curve.smallest().low()).isInfinite();
    }

    @Test
    void whatIsAlwaysFoundIsSmallerThanWhatWasTried() {
        DetectionCurve curve = new DetectionCurve();
        for (int i = 0; i < 60; i++) {
            curve.observe(BlindSpots.SMALLEST, true);
        }
        assertThat(curve.smallest().size()).isLessThanOrEqualTo(BlindSpots.SMALLEST);
    }

    @Test
    void withoutTrialsEverythingIsPossible() {
        SmallestFound unknown = new DetectionCurve().smallest();
        assertThat(unknown.low()).isLessThan(0.01);
        assertThat(unknown.high()).isInfinite();
    }

    private static DetectionCurve learned(int trials, Random random) {
        DetectionCurve curve = new DetectionCurve();
        double[] aims = {0.95, 0.8, 0.98, 0.6, 0.9};
        for (int i = 0; i < trials; i++) {
            double size = Math.clamp(
                    curve.draw(random).sizeFor(aims[i % aims.length]), BlindSpots.SMALLEST, BlindSpots.LARGEST);
            curve.observe(size, random.nextDouble() < TRUTH.chance(size));
        }
        return curve;
    }
}
