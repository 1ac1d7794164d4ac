package io.loupe.vision.coreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
final class RandomProjectionTest {
    private static RowMatrix randomRows(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    @Test
    void keepsSquaredLengthsOnAverage(Random random) {
        RowMatrix rows = randomRows(200, 300, random);
        RowMatrix projected =
                RandomProjection.gaussian(300, 128, random.nextLong()).project(rows);
        double before = 0;
        double after = 0;
        for (int row = 0; row < rows.rows(); row++) {
            before += rows.squaredNorm(row);
            after += projected.squaredNorm(row);
        }
        assertThat(projected.dimension()).isEqualTo(128);
        // One entry's square deviates by a factor of sqrt(2); 128 x 300 independent ones by under 1 %.
        assertThat(after / before).isCloseTo(1, within(0.06));
    }

    @Test
    void givenDirectionsAreProjectedOnto() {
        RandomProjection projection = RandomProjection.onto(RowMatrix.wrap(2, 3, new float[] {1, 2, 3, 0, -1, 0}));
        RowMatrix projected = projection.project(RowMatrix.wrap(2, 3, new float[] {1, 1, 1, 5, 7, 2}));
        assertThat(projected.values()).containsExactly(6, -1, 25, -7);
    }

    @Test
    void rowsOfFewValuesPassUnchanged(Random random) {
        RowMatrix rows = randomRows(4, 128, random);
        assertThat(RandomProjection.gaussian(128, 128, 1).project(rows)).isSameAs(rows);
    }

    @Test
    void theSameSeedGivesTheSameDirections(Random random) {
        RowMatrix rows = randomRows(3, 40, random);
        float[] first = RandomProjection.gaussian(40, 8, 5).project(rows).values();
        assertThat(RandomProjection.gaussian(40, 8, 5).project(rows).values()).isEqualTo(first);
        assertThat(RandomProjection.gaussian(40, 8, 6).project(rows).values()).isNotEqualTo(first);
    }

    @Test
    void rejectsRowsOfAnotherDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomProjection.gaussian(40, 8, 5).project(RowMatrix.wrap(1, 4, new float[4])))
                .withMessage("This projection was made for rows of 40 values, got rows of 4");
    }
}
