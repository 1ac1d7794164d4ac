package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Vector API twin against the plain one, and both against the formula. */
@Seeded
final class DistanceKernelsTest {
    private static final DistanceKernels[] TWINS = {new ScalarDistanceKernels(), new VectorApiDistanceKernels()};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 1021})
    void twinsGiveTheSameBitsForADistance(int dimension, Random random) {
        RowMatrix rows = NearestRowsContract.fineRows(2, dimension, random);
        float[] values = rows.values();
        double expected = 0;
        for (int i = 0; i < dimension; i++) {
            expected += Math.pow((double) values[i] - values[dimension + i], 2);
        }
        float scalar = TWINS[0].squaredDistance(values, 0, values, dimension, dimension);
        assertThat(scalar).isCloseTo((float) expected, within((float) expected * 0x1p-23f));
        assertThat(TWINS[1].squaredDistance(values, 0, values, dimension, dimension))
                .isEqualTo(scalar);
        assertThat(TWINS[1].squaredDistance(values, dimension, values, 0, dimension))
                .isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 1021})
    void groupMinimaAreDistancesLessTheNormOfTheQuery(int dimension, Random random) {
        RowMatrix bank = NearestRowsContract.coarseRows(37, dimension, random);
        RowMatrix queries = NearestRowsContract.coarseRows(2, dimension, random);
        for (DistanceKernels kernels : TWINS) {
            RowTile tile = new RowTile(kernels, dimension);
            int lane = kernels.tileWidth() - 1;
            tile.set(0, queries, 0);
            tile.set(lane, queries, 1);
            float[] minima = new float[2 * kernels.tileWidth()];
            kernels.groupMinima(tile, PackedRows.of(bank), 1, 3, minima);
            // Halves and their sums are exact in float32.
            assertThat(minima[0]).isEqualTo(nearest(bank, 16, 32, queries, 0));
            assertThat(minima[lane]).isEqualTo(nearest(bank, 16, 32, queries, 1));
            assertThat(minima[kernels.tileWidth() + lane]).isEqualTo(nearest(bank, 32, 37, queries, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 1021})
    void roughDistancesAreDistancesLessTheNormOfTheQuery(int dimension, Random random) {
        RowMatrix bank = NearestRowsContract.coarseRows(37, dimension, random);
        RowMatrix queries = NearestRowsContract.coarseRows(2, dimension, random);
        for (DistanceKernels kernels : TWINS) {
            float[] distances = new float[PackedRows.GROUP];
            kernels.roughDistances(queries.values(), dimension, PackedRows.of(bank), 2, distances);
            for (int i = 0; i < PackedRows.GROUP; i++) {
                assertThat(distances[i])
                        .isEqualTo(i < 5 ? nearest(bank, 32 + i, 33 + i, queries, 1) : Float.POSITIVE_INFINITY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 40})
    void findsTheNextValueNotAboveALimit(int length) {
        float[] values = new float[length + 2];
        for (DistanceKernels kernels : TWINS) {
            for (int at = 1; at <= length; at++) {
                Arrays.fill(values, Float.NaN);
                values[0] = -1;
                values[length + 1] = -1;
                values[at] = 2;
                assertThat(kernels.nextAtMost(2, values, 1, length + 1)).isEqualTo(at);
                assertThat(kernels.nextAtMost(1, values, 1, length + 1)).isEqualTo(length + 1);
            }
            assertThat(kernels.nextAtMost(2, values, 1, 1)).isEqualTo(1);
        }
    }

    private static float nearest(RowMatrix bank, int from, int to, RowMatrix queries, int query) {
        int dimension = bank.dimension();
        float nearest = Float.POSITIVE_INFINITY;
        for (int row = from; row < to; row++) {
            nearest = Math.min(
                    nearest,
                    TWINS[0].squaredDistance(
                            queries.values(), query * dimension, bank.values(), row * dimension, dimension));
        }
        return nearest - (float) queries.squaredNorm(query);
    }

    @Test
    void theFastestAreOnTheVectorApiWhereItIsThere() {
        assertThat(FastestDistanceKernels.isVectorApiThere()).isTrue();
        assertThat(DistanceKernels.fastest()).isInstanceOf(VectorApiDistanceKernels.class);
    }
}
