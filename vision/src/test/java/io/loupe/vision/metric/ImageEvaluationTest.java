package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.golden.GoldenMatrices;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageEvaluationTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);

    @ParameterizedTest
    @ValueSource(strings = {"distinct", "ties"})
    void agreesWithScikitLearn(String name) {
        GoldenMatrices golden = GoldenMatrices.read("metric/metrics.tsv");
        double[][] scoresAndTypes = golden.matrix("images-" + name);
        ImageEvaluation evaluation = new ImageEvaluation();
        for (int i = 0; i < scoresAndTypes[0].length; i++) {
            add(evaluation, scoresAndTypes[0][i], (int) scoresAndTypes[1][i]);
        }
        ImageMetrics metrics = evaluation.metrics(1);

        double[] expected = golden.matrix("images-%s-ranking".formatted(name))[0];
        assertThat(metrics.auroc()).isCloseTo(expected[0], TOLERANCE);
        assertThat(metrics.averagePrecision()).isCloseTo(expected[1], TOLERANCE);
        assertThat(metrics.f1Max()).isCloseTo(expected[2], TOLERANCE);
        double[] byType = golden.matrix("images-%s-auroc-by-type".formatted(name))[0];
        assertThat(metrics.defectTypes())
                .extracting(ImageMetrics.DefectType::name)
                .containsExactly("1", "2");
        assertThat(metrics.defectTypes().get(0).auroc()).isCloseTo(byType[0], TOLERANCE);
        assertThat(metrics.defectTypes().get(1).auroc()).isCloseTo(byType[1], TOLERANCE);
    }

    @Test
    void countsWhatTheThresholdDoes() {
        ImageEvaluation evaluation = new ImageEvaluation();
        evaluation.addGood(1);
        evaluation.addGood(2);
        evaluation.addGood(5);
        evaluation.addDefective(2, "scratch");
        evaluation.addDefective(3, "scratch");
        evaluation.addDefective(4, "dent");
        ImageMetrics metrics = evaluation.metrics(2);
        assertThat(metrics.atThreshold()).isEqualTo(new Confusion(2, 1, 1, 2));
        assertThat(metrics.defectTypes())
                .containsExactly(
                        new ImageMetrics.DefectType("dent", 1, 1, 2 / 3.0),
                        new ImageMetrics.DefectType("scratch", 2, 1, 3.5 / 6));
    }

    @Test
    void rocCurveRunsFromCornerToCorner() {
        ImageEvaluation evaluation = new ImageEvaluation();
        evaluation.addGood(1);
        evaluation.addGood(2);
        evaluation.addDefective(2, "dent");
        evaluation.addDefective(3, "dent");
        assertThat(evaluation.metrics(0).rocCurve())
                .containsExactly(
                        new RocPoint(0, 0, Double.POSITIVE_INFINITY),
                        new RocPoint(0, 0.5, 3),
                        new RocPoint(0.5, 1, 2),
                        new RocPoint(1, 1, 1));
    }

    @Test
    void withoutBothKindsThereIsNothingToRank() {
        ImageEvaluation onlyGood = new ImageEvaluation();
        onlyGood.addGood(1);
        ImageEvaluation onlyDefective = new ImageEvaluation();
        onlyDefective.addDefective(1, "dent");
        for (ImageEvaluation evaluation : new ImageEvaluation[] {new ImageEvaluation(), onlyGood, onlyDefective}) {
            ImageMetrics metrics = evaluation.metrics(0.5);
            assertThat(metrics.auroc()).isNaN();
            assertThat(metrics.averagePrecision()).isNaN();
            assertThat(metrics.f1Max()).isNaN();
            assertThat(metrics.rocCurve()).isEmpty();
        }
        assertThat(onlyDefective.metrics(0.5).atThreshold().recall()).isEqualTo(1);
        assertThat(onlyGood.metrics(0.5).atThreshold().recall()).isNaN();
        assertThat(onlyDefective.metrics(0.5).defectTypes().getFirst().auroc()).isNaN();
    }

    @Seeded
    @Test
    void onlyTheOrderOfScoresMatters(Random random) {
        ImageEvaluation plain = new ImageEvaluation();
        ImageEvaluation transformed = new ImageEvaluation();
        for (int i = 0; i < 80; i++) {
            int type = random.nextInt(3);
            int score = random.nextInt(40) - 10;
            add(plain, score, type);
            add(transformed, Math.exp(score / 7.0), type);
        }
        assertThat(transformed.metrics(0).auroc()).isEqualTo(plain.metrics(0).auroc());
        assertThat(transformed.metrics(0).averagePrecision())
                .isEqualTo(plain.metrics(0).averagePrecision());
        assertThat(transformed.metrics(0).f1Max()).isEqualTo(plain.metrics(0).f1Max());
    }

    @Test
    void negativeZeroIsZero() {
        ImageEvaluation evaluation = new ImageEvaluation();
        evaluation.addGood(-0.0);
        evaluation.addDefective(0.0, "dent");
        assertThat(evaluation.metrics(0).auroc()).isEqualTo(0.5);
    }

    @Test
    void refusesNotANumber() {
        assertThatThrownBy(() -> new ImageEvaluation().addGood(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The score of a picture is NaN, which has no place in a ranking");
    }

    private static void add(ImageEvaluation evaluation, double score, int type) {
        if (type == 0) {
            evaluation.addGood(score);
        } else {
            evaluation.addDefective(score, Integer.toString(type));
        }
    }
}
