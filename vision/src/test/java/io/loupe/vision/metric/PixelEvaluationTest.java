package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.golden.GoldenMatrices;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelEvaluationTest {
    private static final Offset<Double> TOLERANCE = within(1e-6);

    @ParameterizedTest
    @ValueSource(strings = {"distinct", "ties"})
    void agreesWithScikitLearnAndTheDefinitionOfAuPro(String name) {
        GoldenMatrices golden = GoldenMatrices.read("metric/metrics.tsv");
        PixelEvaluation evaluation = goldenEvaluation(golden, "maps-" + name);
        PixelMetrics metrics = evaluation.metrics();

        double[] ranking = golden.matrix("maps-%s-ranking".formatted(name))[0];
        assertThat(metrics.auroc()).isCloseTo(ranking[0], TOLERANCE);
        assertThat(metrics.averagePrecision()).isCloseTo(ranking[1], TOLERANCE);
        assertThat(metrics.f1Max()).isCloseTo(ranking[2], TOLERANCE);
        for (double[] limitAndArea : golden.matrix("maps-%s-au-pro".formatted(name))) {
            assertThat(evaluation.metrics(limitAndArea[0]).auPro()).isCloseTo(limitAndArea[1], TOLERANCE);
        }
        double[] counts = golden.matrix("maps-%s-confusion-at-0.5".formatted(name))[0];
        Confusion confusion = metrics.atThreshold();
        assertThat(confusion)
                .isEqualTo(new Confusion((long) counts[0], (long) counts[1], (long) counts[2], (long) counts[3]));
        assertThat(new double[] {confusion.precision(), confusion.recall(), confusion.f1(), confusion.iou()})
                .containsExactly(golden.matrix("maps-%s-shares-at-0.5".formatted(name))[0], TOLERANCE);
        assertThat(metrics.errorBound()).isZero();
    }

    @Seeded
    @Test
    void auProAgreesWithThePlainDefinition(Random random) {
        for (int round = 0; round < 30; round++) {
            List<AnomalyMap> maps = new ArrayList<>();
            List<BinaryMask> masks = new ArrayList<>();
            PixelEvaluation evaluation = new PixelEvaluation();
            for (int picture = 0; picture < 3; picture++) {
                int height = 3 + random.nextInt(7);
                int width = 3 + random.nextInt(7);
                maps.add(map(height, width, random, 20));
                masks.add(mask(height, width, random, 0.2));
                add(evaluation, maps.getLast(), masks.getLast(), "any");
            }
            double limit = 0.02 + 0.98 * random.nextDouble();
            double expected = AuProOracle.auPro(maps, masks, limit);
            assertThat(evaluation.metrics(limit).auPro()).isCloseTo(expected, within(1e-9));
        }
    }

    @Seeded
    @Test
    void onlyTheOrderOfValuesMatters(Random random) {
        AnomalyMap map = map(20, 20, random, 30);
        float[] transformed = new float[400];
        for (int i = 0; i < transformed.length; i++) {
            transformed[i] = (float) (Math.pow(map.values()[i], 3) - 5);
        }
        BinaryMask mask = mask(20, 20, random, 0.1);
        assertThat(metrics(AnomalyMap.wrap(20, 20, transformed), mask).auPro())
                .isEqualTo(metrics(map, mask).auPro());
        assertThat(metrics(AnomalyMap.wrap(20, 20, transformed), mask).auroc())
                .isEqualTo(metrics(map, mask).auroc());
    }

    @Seeded
    @Test
    void perfectMapsScoreOneAndInvertedOnesZero(Random random) {
        BinaryMask mask = mask(20, 20, random, 0.1);
        float[] perfect = new float[400];
        float[] inverted = new float[400];
        for (int i = 0; i < perfect.length; i++) {
            perfect[i] = (mask.pixels()[i] ? 2 : 1) + random.nextFloat() / 2;
            inverted[i] = -perfect[i];
        }
        PixelMetrics best = metrics(AnomalyMap.wrap(20, 20, perfect), mask);
        assertThat(new double[] {best.auroc(), best.averagePrecision(), best.f1Max(), best.auPro()})
                .containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
        PixelMetrics worst = metrics(AnomalyMap.wrap(20, 20, inverted), mask);
        assertThat(worst.auroc()).isZero();
        assertThat(worst.auPro()).isZero();
    }

    @Test
    void mapThatKnowsNothingScoresHalfTheLimit() {
        AnomalyMap flat = AnomalyMap.wrap(20, 20, new float[400]);
        PixelMetrics metrics = metrics(flat, mask(20, 20, new Random(1), 0.1));
        assertThat(metrics.auroc()).isCloseTo(0.5, within(1e-12));
        assertThat(metrics.auPro()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void smallRegionsCountAsMuchAsLargeOnes() {
        float[] values = new float[100];
        boolean[] pixels = new boolean[100];
        Arrays.fill(pixels, 0, 50, true);
        pixels[99] = true;
        values[99] = 1;
        PixelEvaluation evaluation = new PixelEvaluation();
        add(evaluation, AnomalyMap.wrap(10, 10, values), BinaryMask.wrap(10, 10, pixels), "any");
        // Half the regions found before any false positive, the rest tied with all good pixels.
        assertThat(evaluation.metrics(1).auPro()).isCloseTo(0.75, within(1e-12));
        assertThat(evaluation.metrics(1).auroc()).isCloseTo((1 + 50 * 0.5) / 51, within(1e-12));
    }

    @Test
    void tellsDefectTypesApart() {
        PixelEvaluation evaluation = new PixelEvaluation();
        AnomalyMap map = AnomalyMap.wrap(1, 4, new float[] {1, 0, 0, 0});
        add(evaluation, map, BinaryMask.wrap(1, 4, new boolean[] {true, false, false, false}), "found");
        add(evaluation, map, BinaryMask.wrap(1, 4, new boolean[] {false, false, true, true}), "missed");
        add(evaluation, map, BinaryMask.empty(1, 4), "good");
        List<PixelMetrics.DefectType> types = evaluation.metrics(1).defectTypes();
        assertThat(types).extracting(PixelMetrics.DefectType::name).containsExactly("found", "missed");
        assertThat(types).extracting(PixelMetrics.DefectType::regions).containsExactly(1, 1);
        assertThat(types).extracting(PixelMetrics.DefectType::recall).containsExactly(1.0, 0.0);
        // Of nine good pixels two score 1, like the pixel that is found, and seven score 0, like those that are missed.
        assertThat(types.get(0).auPro()).isCloseTo(2 / 9.0 / 2 + 7 / 9.0, within(1e-12));
        assertThat(types.get(1).auPro()).isCloseTo(7 / 9.0 / 2, within(1e-12));
    }

    @Test
    void bringsMapsToTheSizeOfTheGroundTruth() {
        AnomalyMap map = AnomalyMap.wrap(1, 2, new float[] {0, 1});
        boolean[] rightHalf = {false, false, false, false, true, true, true, true};
        PixelEvaluation evaluation = new PixelEvaluation();
        add(evaluation, map, BinaryMask.wrap(1, 8, rightHalf), "any");
        assertThat(evaluation.metrics().atThreshold()).isEqualTo(new Confusion(4, 0, 0, 4));
    }

    @Test
    void withoutDefectsThereIsNothingToRank() {
        PixelEvaluation evaluation = new PixelEvaluation();
        add(evaluation, AnomalyMap.wrap(2, 2, new float[] {0, 1, 2, 3}), BinaryMask.empty(2, 2), "good");
        for (PixelMetrics metrics : List.of(evaluation.metrics(), new PixelEvaluation().metrics())) {
            assertThat(metrics.auroc()).isNaN();
            assertThat(metrics.averagePrecision()).isNaN();
            assertThat(metrics.f1Max()).isNaN();
            assertThat(metrics.auPro()).isNaN();
            assertThat(metrics.defectTypes()).isEmpty();
        }
        assertThat(evaluation.metrics().atThreshold()).isEqualTo(new Confusion(0, 3, 0, 1));
    }

    @Test
    void withoutGoodPixelsThereIsNothingToRank() {
        PixelEvaluation evaluation = new PixelEvaluation();
        add(
                evaluation,
                AnomalyMap.wrap(1, 2, new float[] {0, 1}),
                BinaryMask.wrap(1, 2, new boolean[] {true, true}),
                "any");
        assertThat(evaluation.metrics().auroc()).isNaN();
        assertThat(evaluation.metrics().auPro()).isNaN();
        assertThat(evaluation.metrics().atThreshold().recall()).isEqualTo(0.5);
    }

    @Test
    void refusedPictureLeavesTheEvaluationAsItWas() {
        PixelEvaluation evaluation = new PixelEvaluation();
        AnomalyMap broken = AnomalyMap.wrap(1, 2, new float[] {1, Float.NaN});
        assertThatThrownBy(() -> add(evaluation, broken, BinaryMask.empty(1, 2), "good"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pixel 1 of the anomaly map is NaN, which has no place in a ranking");
        assertThat(evaluation.metrics().atThreshold()).isEqualTo(new Confusion(0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.3, 1.01, Double.NaN})
    void refusesLimitsOutsideTheRates(double limit) {
        assertThatThrownBy(() -> new PixelEvaluation().metrics(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The limit of AU-PRO is a false positive rate above 0 and up to 1, usually 0.3; got " + limit);
    }

    private static PixelEvaluation goldenEvaluation(GoldenMatrices golden, String name) {
        int height = (int) golden.value(name + "-height");
        int width = golden.columns(name);
        float[] values = golden.floats(name);
        float[] masks = golden.floats(name + "-masks");
        PixelEvaluation evaluation = new PixelEvaluation();
        for (int start = 0; start < values.length; start += height * width) {
            boolean[] pixels = new boolean[height * width];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = masks[start + i] != 0;
            }
            AnomalyMap map = AnomalyMap.wrap(height, width, Arrays.copyOfRange(values, start, start + height * width));
            add(evaluation, map, BinaryMask.wrap(height, width, pixels), "any");
        }
        return evaluation;
    }

    private static void add(PixelEvaluation evaluation, AnomalyMap map, BinaryMask groundTruth, String defectType) {
        evaluation.add(map, map.above(0.5), groundTruth, defectType);
    }

    private static PixelMetrics metrics(AnomalyMap map, BinaryMask mask) {
        PixelEvaluation evaluation = new PixelEvaluation();
        add(evaluation, map, mask, "any");
        return evaluation.metrics();
    }

    private static AnomalyMap map(int height, int width, Random random, int levels) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(levels) - levels / 2;
        }
        return AnomalyMap.wrap(height, width, values);
    }

    /** At least one pixel is set and one is not. */
    private static BinaryMask mask(int height, int width, Random random, double share) {
        boolean[] pixels = new boolean[height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextDouble() < share;
        }
        pixels[0] = true;
        pixels[pixels.length - 1] = false;
        return BinaryMask.wrap(height, width, pixels);
    }
}
