package io.loupe.vision.method.mutual;

import static io.loupe.vision.method.GoldenFeatures.SCORES;
import static io.loupe.vision.method.GoldenFeatures.STRANGE;
import static io.loupe.vision.method.GoldenFeatures.assertScore;
import static io.loupe.vision.method.GoldenFeatures.assertScores;

import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.GoldenFeatures;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreement with torch on the same features. */
final class MutualScoringGoldenTest {
    private static final GoldenFeatures BATCH = new GoldenFeatures(0, 1, 2, 3, 4, 5, 6, 7, 8, STRANGE);

    @Test
    void givesTheSameScores() {
        List<PatchScores> scores = MutualScoring.score(BATCH, Progress.SILENT);
        assertScores(scores.get(0).patchScores(), "mutual", 0);
        assertScores(scores.get(4).patchScores(), "mutual", 1);
        assertScores(scores.get(9).patchScores(), "mutual", 2);

        double[] pictures =
                scores.stream().mapToDouble(PatchScores::imageLevelScore).toArray();
        double[] rescored = NeighbourhoodRescoring.rescored(pictures, embeddings());
        for (int image = 0; image < rescored.length; image++) {
            assertScore(rescored[image], SCORES.matrix("mutual.rescored")[0][image]);
        }
    }

    private static List<ImageEmbedding> embeddings() {
        return IntStream.range(0, BATCH.imageCount())
                .mapToObj(image -> meanPatch(BATCH.features(image).getLast()))
                .toList();
    }

    private static ImageEmbedding meanPatch(PatchFeatures tap) {
        float[] mean = new float[tap.dimension()];
        for (int i = 0; i < tap.values().length; i++) {
            mean[i % mean.length] += tap.values()[i] / tap.patchCount();
        }
        return ImageEmbedding.wrap(mean);
    }
}
