package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import org.junit.jupiter.api.Test;

class HeatmapTest {
    private static final HeatScale SCALE = new HeatScale(1, 3, 5);

    @Test
    void sameScoreHasTheSameColourInEveryPicture() {
        RgbImage calm = Heatmap.render(AnomalyMap.wrap(1, 3, new float[] {1, 1.5f, 2}), SCALE);
        RgbImage hot = Heatmap.render(AnomalyMap.wrap(1, 3, new float[] {2, 40, 4.5f}), SCALE);

        assertThat(color(hot, 0)).isEqualTo(color(calm, 2));
    }

    @Test
    void colourOfTheThresholdIsTheMiddleOne() {
        RgbImage heat = Heatmap.render(AnomalyMap.wrap(1, 1, new float[] {3}), SCALE);

        assertThat(color(heat, 0)).isEqualTo(HeatColors.at(0.5));
    }

    @Test
    void lightnessRisesWithEveryStepSoThatGreyPrintKeepsTheOrder() {
        for (int step = 1; step < HeatColors.STEPS; step++) {
            double before = luminance(HeatColors.at((step - 1) / (HeatColors.STEPS - 1.0)));
            double now = luminance(HeatColors.at(step / (HeatColors.STEPS - 1.0)));

            // A rounded channel may stall one step, but never turn back.
            assertThat(now).as("step %d", step).isGreaterThan(before - 0.0005);
        }
        assertThat(luminance(HeatColors.at(0))).isLessThan(0.02);
        assertThat(luminance(HeatColors.at(1))).isGreaterThan(0.75);
    }

    private static int color(RgbImage image, int column) {
        return image.at(0, column, 0) << 16 | image.at(0, column, 1) << 8 | image.at(0, column, 2);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    }

    private static double linear(int channel) {
        return Math.pow((channel & 0xff) / 255.0, 2.2);
    }
}
