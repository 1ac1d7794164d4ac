package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelTallyTest {
    @Test
    void keysAreOrderedAsScores() {
        float[] ascending = {
            Float.NEGATIVE_INFINITY, -1e30f, -2, -1, -1e-40f, 0, 1e-40f, 1, Math.nextUp(1f), 2, Float.POSITIVE_INFINITY
        };
        for (int i = 1; i < ascending.length; i++) {
            assertThat(PixelTally.key(ascending[i])).isGreaterThan(PixelTally.key(ascending[i - 1]));
        }
        assertThat(PixelTally.key(-0f)).isEqualTo(PixelTally.key(0f));
    }

    /** From the start, from the middle of the pictures on, and with negative scores. */
    @Seeded
    @ParameterizedTest
    @ValueSource(longs = {0, 300_000})
    void binnedMetricsAreWithinTheirStatedError(long mostExactPixels, Random random) {
        PixelEvaluation exact = new PixelEvaluation();
        PixelEvaluation binned = new PixelEvaluation(mostExactPixels);
        for (int picture = 0; picture < 6; picture++) {
            BinaryMask mask = discs(picture, random);
            AnomalyMap map = noisy(mask, random);
            exact.add(map, map.above(0.5), mask, "type " + picture % 2);
            binned.add(map, map.above(0.5), mask, "type " + picture % 2);
        }
        PixelMetrics expected = exact.metrics();
        PixelMetrics actual = binned.metrics();
        assertThat(actual.errorBound()).isPositive().isLessThan(1e-4);
        // The bound can be met exactly, and then sums of doubles round to either side of it.
        double bound = actual.errorBound() + 1e-12;
        assertThat(actual.auroc()).isCloseTo(expected.auroc(), within(bound));
        assertThat(actual.averagePrecision()).isCloseTo(expected.averagePrecision(), within(bound));
        assertThat(actual.f1Max()).isCloseTo(expected.f1Max(), within(bound));
        assertThat(actual.auPro()).isCloseTo(expected.auPro(), within(bound));
        assertThat(actual.atThreshold()).isEqualTo(expected.atThreshold());
        for (int type = 0; type < 2; type++) {
            assertThat(actual.defectTypes().get(type).auPro())
                    .isCloseTo(expected.defectTypes().get(type).auPro(), within(1e-4));
        }
    }

    @Seeded
    @Test
    void readsMoreThanOneRunInOrder(Random random) {
        DefectRegions regions = new DefectRegions();
        ExactPixelTally tally = new ExactPixelTally(regions);
        int count = 2_500_000;
        int levels = 1_000;
        long[] expected = new long[levels];
        for (int i = 0; i < count; i++) {
            int level = random.nextInt(levels);
            expected[level]++;
            tally.add(PixelTally.key(level), PixelTally.GOOD);
        }
        long[] actual = new long[levels];
        int[] visits = {0};
        tally.descend((good, defective, overlap) -> actual[levels - ++visits[0]] = good);
        assertThat(visits[0]).isEqualTo(levels);
        assertThat(actual).isEqualTo(expected);
    }

    private static BinaryMask discs(int count, Random random) {
        int side = 300;
        boolean[] pixels = new boolean[side * side];
        for (int disc = 0; disc < count; disc++) {
            int centreRow = random.nextInt(side);
            int centreColumn = random.nextInt(side);
            int radius = 3 + random.nextInt(25);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= Math.hypot(i / side - centreRow, i % side - centreColumn) < radius;
            }
        }
        return BinaryMask.wrap(side, side, pixels);
    }

    private static AnomalyMap noisy(BinaryMask mask, Random random) {
        float[] values = new float[mask.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() + (mask.pixels()[i] ? 1.5 : 0));
        }
        return AnomalyMap.wrap(mask.height(), mask.width(), values);
    }
}
