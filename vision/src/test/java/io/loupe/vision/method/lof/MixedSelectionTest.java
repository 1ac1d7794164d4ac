package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
final class MixedSelectionTest {
    private static final int PATCHES = 1000;

    @Test
    void theCoresetShareFindsTheRareAndTheRandomShareTheCommon(Random random) {
        PatchRows sample = plainWithRarePatches(random, 7, 500, 999);

        assertThat(rare(choose(sample, 0.5))).isEqualTo(3);
        assertThat(rare(choose(sample, 1))).isEqualTo(3);
        assertThat(choose(sample, 0.5).values().values())
                .isNotEqualTo(choose(sample, 1).values().values());
    }

    @Test
    void choosesAsManyAsAskedForInTheOrderOfThePictures(Random random) {
        for (double coresetShare : new double[] {0, 0.3, 0.5, 1}) {
            PatchRows chosen = choose(plainWithRarePatches(random, 3), coresetShare);
            assertThat(chosen.count()).isEqualTo(100);
            assertThat(IntStream.range(0, 100).map(chosen::patch).toArray())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsEverythingWhereNoMoreIsThere(Random random) {
        PatchRows sample = plainWithRarePatches(random, 3);
        assertThat(MixedSelection.choose(sample, PATCHES, 0.5, 1, Progress.SILENT))
                .isSameAs(sample);
    }

    @Test
    void randomSubsetsTakeEveryNumberEquallyOften(Random random) {
        int[] taken = new int[10];
        for (int run = 0; run < 10_000; run++) {
            int[] subset = RandomSubset.of(10, 3, random);
            assertThat(subset).hasSize(3).isSorted().doesNotHaveDuplicates();
            Arrays.stream(subset).forEach(number -> taken[number]++);
        }
        // 3,000 expected, standard deviation 46.
        assertThat(Arrays.stream(taken).boxed()).allMatch(times -> Math.abs(times - 3_000) < 300);
    }

    private static PatchRows choose(PatchRows sample, double coresetShare) {
        return MixedSelection.choose(sample, 100, coresetShare, 1, Progress.SILENT);
    }

    private static PatchRows plainWithRarePatches(Random random, int... rare) {
        float[] values = new float[PATCHES * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.01 * random.nextGaussian());
        }
        for (int i = 0; i < rare.length; i++) {
            values[rare[i] * 2] = 10 * (i + 1);
        }
        return PatchRows.wrap(
                RowMatrix.wrap(PATCHES, 2, values), IntStream.range(0, PATCHES).toArray(), PATCHES);
    }

    private static long rare(PatchRows rows) {
        return IntStream.range(0, rows.count())
                .filter(row -> rows.values().row(row)[0] > 5)
                .count();
    }
}
