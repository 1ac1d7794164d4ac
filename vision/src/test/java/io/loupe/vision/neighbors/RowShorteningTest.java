package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
final class RowShorteningTest {
    private static final int DIMENSION = 96;

    @Test
    void noDistanceGrowsAndRowsKeepTheirLengths(Random random) {
        RowMatrix rows = rowsAlong(20, 60, random);
        RowMatrix shortened = RowShortening.along(PrincipalAxes.of(rows, 8)).shorten(rows);

        assertThat(shortened.dimension()).isEqualTo(9);
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(shortened.squaredNorm(row))
                    .isCloseTo(rows.squaredNorm(row), within(1e-5 * rows.squaredNorm(row)));
            for (int other = 0; other < row; other++) {
                assertThat(squaredDistance(shortened, row, other))
                        .isLessThanOrEqualTo(squaredDistance(rows, row, other) * (1 + 1e-5));
            }
        }
    }

    @Test
    void distancesStayWhereTheAxesLeaveNothing(Random random) {
        RowMatrix rows = rowsAlong(6, 60, random);
        RowMatrix shortened = RowShortening.along(PrincipalAxes.of(rows, 8)).shorten(rows);
        for (int row = 1; row < rows.rows(); row++) {
            double expected = squaredDistance(rows, row, 0);
            assertThat(squaredDistance(shortened, row, 0)).isCloseTo(expected, within(1e-4 * expected));
        }
    }

    @Test
    void takesMoreAxesForRowsThatNeedMore(Random random) {
        assertThat(suitingDimension(rowsAlong(6, 2100, random))).isEqualTo(8 + 1);
        assertThat(suitingDimension(rowsAlong(20, 2100, random))).isBetween(16 + 1, 24 + 1);
    }

    @Test
    void leavesRowsAsTheyAreThatGainNothing(Random random) {
        assertThat(suitingDimension(NearestRowsContract.fineRows(2100, DIMENSION, random)))
                .isEqualTo(DIMENSION);
        assertThat(suitingDimension(rowsAlong(6, 300, random))).isEqualTo(DIMENSION);
        assertThat(suitingDimension(NearestRowsContract.fineRows(2100, 3, random)))
                .isEqualTo(3);
    }

    private static int suitingDimension(RowMatrix bank) {
        return RowShortening.suiting(bank).shorten(bank).dimension();
    }

    @Test
    void findsNoAxesWhereThereAreNone() {
        RowMatrix zeros = RowMatrix.wrap(5, DIMENSION, new float[5 * DIMENSION]);
        assertThat(RowShortening.along(PrincipalAxes.of(zeros, 4))
                        .shorten(zeros)
                        .values())
                .containsOnly(0);
    }

    /** Random rows in a space of so many dimensions inside of the {@value #DIMENSION}, away from the origin. */
    private static RowMatrix rowsAlong(int directions, int rows, Random random) {
        Random fixed = new Random(5);
        float[] space = new float[directions * DIMENSION];
        for (int i = 0; i < space.length; i++) {
            space[i] = (float) fixed.nextGaussian();
        }
        float[] values = new float[rows * DIMENSION];
        for (int row = 0; row < rows; row++) {
            for (int direction = 0; direction < directions; direction++) {
                float along = (float) random.nextGaussian() + (direction == 0 ? 10 : 0);
                for (int i = 0; i < DIMENSION; i++) {
                    values[row * DIMENSION + i] += along * space[direction * DIMENSION + i];
                }
            }
        }
        return RowMatrix.wrap(rows, DIMENSION, values);
    }

    private static double squaredDistance(RowMatrix rows, int left, int right) {
        double sum = 0;
        for (int i = 0; i < rows.dimension(); i++) {
            double difference = rows.row(left)[i] - (double) rows.row(right)[i];
            sum += difference * difference;
        }
        return sum;
    }
}
