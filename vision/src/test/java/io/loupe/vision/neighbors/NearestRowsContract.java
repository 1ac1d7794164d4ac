package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link NearestRows} must do; the reference is a full scan in plain Java. */
@Seeded
public abstract class NearestRowsContract {
    /** The implementation under test, over this bank. */
    protected abstract NearestRows open(RowMatrix bank);

    /** Rows of values that are one half of a whole number, so that distances tie and sums are exact. */
    protected static RowMatrix coarseRows(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) / 2f;
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    /** Normally distributed rows away from the origin, as features are. */
    protected static RowMatrix fineRows(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + 1;
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    private void agreesWithScan(RowMatrix bank, RowMatrix queries, int k, RowRange excluded) {
        Neighbors expected = new ScanNearestRows(bank, new ScalarDistanceKernels()).find(queries, k, excluded);
        try (NearestRows nearestRows = open(bank)) {
            agree(nearestRows.find(queries, k, excluded), expected);
        }
    }

    private static void agree(Neighbors actual, Neighbors expected) {
        assertThat(actual.k()).isEqualTo(expected.k());
        assertThat(actual.queryCount()).isEqualTo(expected.queryCount());
        for (int query = 0; query < expected.queryCount(); query++) {
            for (int rank = 0; rank < expected.k(); rank++) {
                assertThat(actual.row(query, rank))
                        .as("row of query %d, rank %d", query, rank)
                        .isEqualTo(expected.row(query, rank));
                assertThat(actual.squaredDistance(query, rank))
                        .as("squared distance of query %d, rank %d", query, rank)
                        .isEqualTo(expected.squaredDistance(query, rank));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 1021})
    void agreesWithAScanForBanksOfAnySize(int rows, Random random) {
        agreesWithScan(fineRows(rows, 33, random), fineRows(50, 33, random), 1, RowRange.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 1021})
    void agreesWithAScanForRowsOfAnyDimension(int dimension, Random random) {
        agreesWithScan(fineRows(70, dimension, random), fineRows(20, dimension, random), 3, RowRange.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 47, 48, 49, 1021, 2500})
    void agreesWithAScanForAnyNumberOfQueries(int queries, Random random) {
        agreesWithScan(fineRows(40, 9, random), fineRows(queries, 9, random), 2, RowRange.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 20, 100})
    void agreesWithAScanForAnyNumberOfNeighbours(int k, Random random) {
        agreesWithScan(fineRows(100, 17, random), fineRows(60, 17, random), k, RowRange.NONE);
    }

    @Test
    void leavesOutExcludedRows(Random random) {
        RowMatrix bank = fineRows(200, 11, random);
        RowMatrix queries = bank.select(IntStream.range(37, 85).toArray());
        for (RowRange excluded :
                new RowRange[] {new RowRange(0, 1), new RowRange(37, 85), new RowRange(32, 96), new RowRange(5, 199)}) {
            agreesWithScan(bank, queries, 1, excluded);
        }
        agreesWithScan(bank, queries, 4, new RowRange(37, 85));
    }

    @Test
    void givesTiesToTheLowerRow(Random random) {
        RowMatrix bank = coarseRows(300, 3, random);
        agreesWithScan(bank, coarseRows(64, 3, random), 1, RowRange.NONE);
        agreesWithScan(bank, coarseRows(64, 3, random), 12, RowRange.NONE);
    }

    @Test
    void seesThroughTheRoundingOfRoughDistances(Random random) {
        // Far from the origin a float32 product cannot tell these rows apart.
        float[] values = new float[128 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + random.nextInt(64) / 64f;
        }
        RowMatrix bank = RowMatrix.wrap(128, 8, values);
        agreesWithScan(bank, bank, 2, RowRange.NONE);
    }

    @Test
    void findsARowAtDistanceZeroFromItself(Random random) {
        RowMatrix bank = fineRows(90, 24, random);
        try (NearestRows nearestRows = open(bank)) {
            Neighbors found = nearestRows.find(bank, 1);
            for (int row = 0; row < bank.rows(); row++) {
                assertThat(found.row(row, 0)).isEqualTo(row);
                assertThat(found.squaredDistance(row, 0)).isZero();
            }
        }
    }

    @Test
    void knowsTheZeroVector(Random random) {
        agreesWithScan(fineRows(30, 6, random), RowMatrix.wrap(10, 6, new float[60]), 1, RowRange.NONE);
        agreesWithScan(RowMatrix.wrap(10, 6, new float[60]), fineRows(30, 6, random), 3, RowRange.NONE);
    }

    @Test
    void answersManyThreadsAtOnce(Random random) {
        RowMatrix bank = fineRows(250, 20, random);
        RowMatrix queries = fineRows(60, 20, random);
        Neighbors expected = new ScanNearestRows(bank, new ScalarDistanceKernels()).find(queries, 2, RowRange.NONE);
        try (NearestRows nearestRows = open(bank)) {
            IntStream.range(0, 16).parallel().forEach(thread -> agree(nearestRows.find(queries, 2), expected));
        }
    }

    @Test
    void answersNothingToNoQueries(Random random) {
        try (NearestRows nearestRows = open(fineRows(5, 4, random))) {
            assertThat(nearestRows.find(RowMatrix.wrap(0, 4, new float[0]), 1).queryCount())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE})
    void rejectsQueriesWhoseDistanceMeansNothing(float value) {
        float[] queries = new float[40];
        Arrays.fill(queries, 30, 31, value);
        try (NearestRows nearestRows = open(RowMatrix.wrap(5, 4, new float[20]))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nearestRows.find(RowMatrix.wrap(10, 4, queries), 1))
                    .withMessageStartingWith("Query row 7 holds a value that is not a number, infinite or too large");
        }
    }

    @Test
    void rejectsQueriesOfWrongDimension() {
        try (NearestRows nearestRows = open(RowMatrix.wrap(5, 4, new float[20]))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nearestRows.find(RowMatrix.wrap(4, 5, new float[20]), 1))
                    .withMessageStartingWith("Queries have 5 dimensions, the bank has 4");
        }
    }

    @Test
    void rejectsMoreNeighboursThanRowsAreLeft() {
        try (NearestRows nearestRows = open(RowMatrix.wrap(5, 4, new float[20]))) {
            RowMatrix queries = RowMatrix.wrap(1, 4, new float[4]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nearestRows.find(queries, 4, new RowRange(1, 3)))
                    .withMessage("k must be between 1 and the 3 bank rows that are left after leaving out 2, got 4");
        }
    }

    @Test
    void rejectsAnExcludedRangeBeyondTheBank() {
        try (NearestRows nearestRows = open(RowMatrix.wrap(5, 4, new float[20]))) {
            RowMatrix queries = RowMatrix.wrap(1, 4, new float[4]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nearestRows.find(queries, 1, new RowRange(1, 6)))
                    .withMessage("Rows 1 to 6 cannot be left out of a bank of 5 rows");
        }
    }
}
