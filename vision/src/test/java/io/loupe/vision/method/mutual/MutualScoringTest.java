package io.loupe.vision.method.mutual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.method.FakeFeatures;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
final class MutualScoringTest {
    @Test
    void ranksTheStrangePictureFirst(Random random) {
        FakeFeatures normals = FakeFeatures.of(7, random);
        FakeFeatures batch = normals.with(4, normals.withOutlier(4, 3, 6));

        List<PatchScores> scores = MutualScoring.score(batch, Progress.SILENT);

        assertThat(scores).hasSize(7);
        for (int image = 0; image < 7; image++) {
            if (image != 4) {
                assertThat(scores.get(4).imageLevelScore())
                        .isGreaterThan(scores.get(image).imageLevelScore());
            }
        }
        assertThat(distanceOfPeak(scores.get(4), 3, 6))
                .as("cells from the outlier, which neighbourhoods of 5 cells spread by 2")
                .isLessThanOrEqualTo(2);
    }

    private static int distanceOfPeak(PatchScores scores, int row, int column) {
        float[] cells = scores.patchScores();
        int peak = 0;
        for (int cell = 1; cell < cells.length; cell++) {
            peak = cells[cell] > cells[peak] ? cell : peak;
        }
        return Math.max(Math.abs(peak / FakeFeatures.COLUMNS - row), Math.abs(peak % FakeFeatures.COLUMNS - column));
    }

    @Test
    void blocksDoNotChangeTheScores(Random random) {
        FakeFeatures batch = FakeFeatures.of(5, random);
        List<PatchScores> atOnce = MutualScoring.score(batch, Progress.SILENT);
        List<PatchScores> oneByOne = MutualScoring.score(batch, 1, Progress.SILENT);

        for (int image = 0; image < 5; image++) {
            assertThat(oneByOne.get(image).patchScores())
                    .isEqualTo(atOnce.get(image).patchScores());
        }
    }

    @Test
    void tellsHowManyPairsAreDone(Random random) {
        List<Long> done = new ArrayList<>();
        MutualScoring.score(FakeFeatures.of(3, random), (phase, steps, total) -> {
            assertThat(total).isEqualTo(9);
            done.add(steps);
        });
        assertThat(done).isSorted().last().isEqualTo(9L);
    }

    @Test
    void refusesAPictureAlone(Random random) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualScoring.score(FakeFeatures.of(1, random), Progress.SILENT))
                .withMessageContaining("at least 2, got 1");
    }

    @Test
    void rescoringDrawsAPictureTowardsItsLikes() {
        List<ImageEmbedding> embeddings = List.of(
                ImageEmbedding.wrap(new float[] {1, 0}),
                ImageEmbedding.wrap(new float[] {1, 0.01f}),
                ImageEmbedding.wrap(new float[] {1, -0.01f}),
                ImageEmbedding.wrap(new float[] {0, 1}));
        double[] rescored = NeighbourhoodRescoring.rescored(new double[] {4, 1, 1, 9}, embeddings);

        assertThat(rescored[0]).isBetween(2.0, 3.0);
        assertThat(rescored[3]).isGreaterThan(8);
    }

    @Test
    void rescoringRefusesOtherNumbersOfPictures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeighbourhoodRescoring.rescored(new double[] {1, 2}, List.of()))
                .withMessageContaining("2 scores and 0 embeddings");
    }
}
