package io.loupe.vision.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.golden.GoldenMatrices;
import io.loupe.vision.method.PatchScores;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnomalyMapsTest {
    /** Relative to values of about 1; golden and tested code both work in float32. */
    private static final float TOLERANCE = 1e-5f;

    @ParameterizedTest
    @ValueSource(strings = {"non-square", "kernel-wider-than-the-plane", "single-cell-column", "shrinking"})
    void agreesWithTorchAndScipy(String name) {
        GoldenMatrices golden = GoldenMatrices.read("map/" + name + ".tsv");
        InputSize inputSize = new InputSize(golden.rows("spread"), golden.columns("spread"));
        PatchScores scores = grid(golden.rows("grid"), golden.columns("grid"), golden.floats("grid"));

        AnomalyMap spread = AnomalyMaps.fromPatchScores(scores, inputSize, 0);
        assertThat(spread.values()).containsExactly(golden.floats("spread"), within(TOLERANCE));

        AnomalyMap smooth = AnomalyMaps.fromPatchScores(scores, inputSize, golden.value("sigma"));
        assertThat(smooth.values()).containsExactly(golden.floats("smooth"), within(TOLERANCE));

        AnomalyMap resized = smooth.resized(golden.rows("resized"), golden.columns("resized"));
        assertThat(resized.values()).containsExactly(golden.floats("resized"), within(TOLERANCE));
    }

    @Test
    void keepsConstantScoresConstant() {
        float[] values = new float[12];
        Arrays.fill(values, 7.5f);
        AnomalyMap map = AnomalyMaps.fromPatchScores(grid(3, 4, values), new InputSize(31, 50));
        for (float value : map.resized(77, 19).values()) {
            assertThat(value).isCloseTo(7.5f, within(1e-5f));
        }
    }

    @Seeded
    @Test
    void smoothingKeepsTheSum(Random random) {
        float[] values = new float[9 * 7];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        PatchScores scores = grid(9, 7, values);
        InputSize inputSize = new InputSize(45, 38);
        assertThat(sum(AnomalyMaps.fromPatchScores(scores, inputSize, 4)))
                .isCloseTo(sum(AnomalyMaps.fromPatchScores(scores, inputSize, 0)), within(1e-2));
    }

    @Test
    void mapOfTheSameSizeIsNotCopied() {
        AnomalyMap map = AnomalyMap.wrap(2, 2, new float[4]);
        assertThat(map.resized(2, 2)).isSameAs(map);
    }

    @Test
    void refusesSizesAndSigmasThatMakeNoSense() {
        AnomalyMap map = AnomalyMap.wrap(2, 2, new float[4]);
        assertThatThrownBy(() -> map.resized(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A map needs positive sides, got 0 x 3 (height x width)");
        assertThatThrownBy(() -> AnomalyMaps.fromPatchScores(grid(1, 1, new float[1]), new InputSize(4, 4), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The smoothing sigma must be a number of pixels, 0 or more, got -1.0");
    }

    private static PatchScores grid(int rows, int columns, float[] values) {
        return PatchScores.wrap(rows, columns, values, 0, new int[0]);
    }

    private static double sum(AnomalyMap map) {
        double sum = 0;
        for (float value : map.values()) {
            sum += value;
        }
        return sum;
    }
}
