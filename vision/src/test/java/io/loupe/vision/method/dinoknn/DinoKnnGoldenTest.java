package io.loupe.vision.method.dinoknn;

import static io.loupe.vision.method.GoldenFeatures.ORDINARY;
import static io.loupe.vision.method.GoldenFeatures.SCORES;
import static io.loupe.vision.method.GoldenFeatures.STRANGE;
import static io.loupe.vision.method.GoldenFeatures.assertScore;
import static io.loupe.vision.method.GoldenFeatures.assertScores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.GoldenFeatures;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.progress.Progress;
import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn's cosine neighbours and principal components on the same features. */
final class DinoKnnGoldenTest {
    @Test
    void givesTheSameScores() {
        int[] pictures = {ORDINARY, STRANGE};
        for (int k : new int[] {1, 3}) {
            MethodSettings settings = MethodSettings.defaults().withNeighbours(k);
            try (FittedMethod fitted = new DinoKnn().fit(GoldenFeatures.normals(), settings, Progress.SILENT)) {
                for (int i = 0; i < pictures.length; i++) {
                    PatchScores scores = fitted.score(GoldenFeatures.of(pictures[i]));
                    assertScores(scores.patchScores(), "dinoknn.k" + k, i);
                    assertScore(scores.imageLevelScore(), SCORES.matrix("dinoknn.k" + k + ".pictures")[0][i]);
                }
            }
        }
    }

    @Test
    void findsTheSamePrincipalComponent() {
        double[] scores = PrincipalComponent.scores(GoldenFeatures.of(0).getLast());
        double[] expected = SCORES.matrix("component")[0];
        assertThat(scores).hasSameSizeAs(expected);
        for (int cell = 0; cell < scores.length; cell++) {
            assertThat(scores[cell]).isCloseTo(expected[cell], within(1e-4));
        }
    }
}
