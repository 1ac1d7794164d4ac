package io.loupe.vision.coreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import io.loupe.vision.neighbors.DistanceKernels;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
final class GreedyCoresetTest {
    private static final int[] STARTS = IntStream.range(0, 10).toArray();

    /** Clusters of very different sizes, as the patches of a part are. */
    private static RowMatrix clusteredRows(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int row = 0; row < rows; row++) {
            int cluster = random.nextInt(1 + random.nextInt(40));
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (cluster * (i % 3) + random.nextGaussian());
            }
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    private static RowMatrix wholeNumberRows(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3);
        }
        return RowMatrix.wrap(rows, dimension, values);
    }

    @Test
    void picksWhatThePlainLoopPicks(Random random) {
        for (int dimension : new int[] {1, 5, 32}) {
            RowMatrix rows = clusteredRows(6000, dimension, random);
            assertThat(GreedyCoreset.select(rows, 700, STARTS, Progress.SILENT))
                    .isEqualTo(PlainGreedyCoreset.select(rows, 700, STARTS));
        }
    }

    @Test
    void picksTheLowerRowAmongEquals(Random random) {
        RowMatrix rows = wholeNumberRows(5000, 4, random);
        assertThat(GreedyCoreset.select(rows, 300, STARTS, Progress.SILENT))
                .isEqualTo(PlainGreedyCoreset.select(rows, 300, STARTS));
    }

    @Test
    void startRowsWaitForTheirTurn() {
        RowMatrix rows = RowMatrix.wrap(3, 1, new float[] {0, 10, 1});
        assertThat(GreedyCoreset.select(rows, 3, new int[] {0}, Progress.SILENT))
                .containsExactly(1, 2, 0);
    }

    @Test
    void firstPickIsFarthestFromTheStartsOnAverage() {
        // The mean is of distances, not of their squares: 3 and 3 beat 5 and 0, though 25 exceeds 9 + 9.
        RowMatrix rows = RowMatrix.wrap(3, 2, new float[] {-2.5f, 0, 2.5f, 0, 0, 1.7f});
        assertThat(GreedyCoreset.select(rows, 1, new int[] {0, 1}, Progress.SILENT))
                .containsExactly(2);
    }

    @Test
    void keepsEveryRowOnceWhenAllAreAskedFor(Random random) {
        RowMatrix rows = wholeNumberRows(3000, 2, random);
        assertThat(GreedyCoreset.select(rows, 3000, 1, Progress.SILENT))
                .containsExactlyInAnyOrder(IntStream.range(0, 3000).toArray());
    }

    @Test
    void coverRadiusNeverGrows(Random random) {
        RowMatrix rows = clusteredRows(500, 6, random);
        int[] picks = GreedyCoreset.select(rows, 60, 3, Progress.SILENT);
        float radius = Float.POSITIVE_INFINITY;
        for (int count = 1; count <= picks.length; count++) {
            float next = coverRadius(rows, picks, count);
            assertThat(next).isLessThanOrEqualTo(radius);
            radius = next;
        }
    }

    private static float coverRadius(RowMatrix rows, int[] picks, int count) {
        float radius = 0;
        for (int row = 0; row < rows.rows(); row++) {
            float nearest = Float.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                nearest = Math.min(nearest, PlainGreedyCoreset.squaredDistance(rows, row, picks[i]));
            }
            radius = Math.max(radius, nearest);
        }
        return radius;
    }

    @Test
    void theSameSeedPicksTheSameRows(Random random) {
        RowMatrix rows = clusteredRows(400, 6, random);
        assertThat(GreedyCoreset.select(rows, 40, 7, Progress.SILENT))
                .isEqualTo(GreedyCoreset.select(rows, 40, 7, Progress.SILENT));
    }

    @Test
    void reportsProgressUpToTheEnd(Random random) {
        List<Long> done = new ArrayList<>();
        GreedyCoreset.select(clusteredRows(5000, 3, random), 200, 1, (phase, picked, total) -> {
            assertThat(phase).isEqualTo("choosing the coreset");
            assertThat(total).isEqualTo(200);
            done.add(picked);
        });
        assertThat(done).isSorted().endsWith(200L);
    }

    @Test
    void rejectsMoreRowsThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GreedyCoreset.select(RowMatrix.wrap(2, 1, new float[2]), 3, 1, Progress.SILENT))
                .withMessage("A coreset of 3 rows cannot be chosen from 2 rows");
    }

    @Test
    void rejectsRowsWhoseDistancesMeanNothing() {
        RowMatrix rows = RowMatrix.wrap(2, 1, new float[] {0, Float.NaN});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GreedyCoreset.select(rows, 1, 1, Progress.SILENT))
                .withMessageStartingWith("Coreset row 1 holds a value that is not a number");
    }

    /** The published loop, word for word: the reference. */
    private static final class PlainGreedyCoreset {
        static int[] select(RowMatrix rows, int count, int[] starts) {
            float[] distances = new float[rows.rows()];
            for (int row = 0; row < distances.length; row++) {
                double sum = 0;
                for (int start : starts) {
                    sum += Math.sqrt(squaredDistance(rows, row, start));
                }
                distances[row] = (float) Math.pow(sum / starts.length, 2);
            }
            int[] picks = new int[count];
            for (int i = 0; i < count; i++) {
                int farthest = 0;
                for (int row = 1; row < distances.length; row++) {
                    farthest = distances[row] > distances[farthest] ? row : farthest;
                }
                picks[i] = farthest;
                for (int row = 0; row < distances.length; row++) {
                    distances[row] = Math.min(distances[row], squaredDistance(rows, row, farthest));
                }
                distances[farthest] = -1;
            }
            return picks;
        }

        static float squaredDistance(RowMatrix rows, int left, int right) {
            int dimension = rows.dimension();
            return DistanceKernels.fastest()
                    .squaredDistance(rows.values(), left * dimension, rows.values(), right * dimension, dimension);
        }
    }
}
