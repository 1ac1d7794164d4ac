package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
final class KdOrderTest {
    @Test
    void holdsEveryRowOnce(Random random) {
        for (int rows : new int[] {0, 1, 15, 16, 17, 1021}) {
            int[] order = KdOrder.of(NearestRowsContract.fineRows(rows, 3, random), 16);
            Arrays.sort(order);
            assertThat(order).isEqualTo(IntStream.range(0, rows).toArray());
        }
    }

    @Test
    void neighboursFollowEachOther() {
        RowMatrix shuffled = RowMatrix.wrap(8, 1, new float[] {5, -3, 0.5f, -1, 9, 2, -7, 3});
        assertThat(KdOrder.of(shuffled, 1)).containsExactly(6, 1, 3, 2, 5, 7, 0, 4);
    }

    @Test
    void splitsWhereRowsSpreadMost() {
        // Two heaps along the second axis, each spread a little along the first.
        RowMatrix heaps = RowMatrix.wrap(4, 2, new float[] {0, 50, 1, -50, 2, 51, 3, -51});
        int[] order = KdOrder.of(heaps, 2);
        assertThat(Arrays.copyOf(order, 2)).containsExactlyInAnyOrder(1, 3);
    }
}
