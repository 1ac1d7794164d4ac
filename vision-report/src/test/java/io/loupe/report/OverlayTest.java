package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final HeatScale SCALE = new HeatScale(1, 3, 5);
    private static final BinaryMask NOTHING = BinaryMask.empty(20, 30);
    private static final RgbImage GREY = RgbImage.filled(20, 30, 100, 100, 100);

    @Test
    void calmPictureStaysAsItIs() {
        assertThat(Overlay.render(GREY, even(1.5f), NOTHING, SCALE, List.of())).isEqualTo(GREY);
    }

    @Test
    void heatCoversMoreTheHigherTheScore() {
        int faint = change(Overlay.render(GREY, even(2.4f), NOTHING, SCALE, List.of()));
        int strong = change(Overlay.render(GREY, even(2.9f), NOTHING, SCALE, List.of()));

        assertThat(faint).isPositive();
        assertThat(strong).isGreaterThan(faint);
    }

    @Test
    void regionGetsAWhiteOutline() {
        float[] values = new float[20 * 30];
        values[10 * 30 + 15] = 9;
        AnomalyMap map = AnomalyMap.wrap(20, 30, values);
        RgbImage overlay = Overlay.render(GREY, map, map.above(3), SCALE, List.of());

        assertThat(overlay.at(10, 15, 2)).isGreaterThan(200);
        assertThat(overlay.at(10, 14, 0)).isLessThan(60);
    }

    @Test
    void mapOfAnotherSizeIsSpreadOverThePicture() {
        AnomalyMap coarse = AnomalyMap.wrap(2, 3, new float[] {0, 0, 0, 0, 0, 9});
        RgbImage overlay = Overlay.render(GREY, coarse, NOTHING, SCALE, List.of());

        assertThat(overlay.at(0, 0, 0)).isEqualTo(100);
        assertThat(overlay.at(19, 29, 0)).isGreaterThan(180);
    }

    @Test
    void maskOfAnotherSizeIsSpreadOverThePicture() {
        BinaryMask rightHalf = BinaryMask.wrap(1, 2, new boolean[] {false, true});
        RgbImage overlay = Overlay.render(GREY, even(0), rightHalf, SCALE, List.of());

        assertThat(overlay.at(10, 15, 0)).isGreaterThan(200);
        assertThat(overlay.at(10, 14, 0)).isLessThan(60);
        assertThat(overlay.at(10, 20, 0)).isEqualTo(100);
    }

    @Test
    void boxAtTheEdgeIsDrawnAsFarAsThePictureGoes() {
        RgbImage overlay =
                Overlay.render(GREY, even(0), NOTHING, SCALE, List.of(new Box(5, 5, 10, 10), new Box(0, 0, 30, 20)));

        assertThat(overlay.at(2, 2, 0)).isEqualTo(255);
        assertThat(overlay.at(10, 10, 0)).isEqualTo(100);
    }

    @Test
    void inputsAreLeftAsTheyWere() {
        RgbImage image = RgbImage.filled(20, 30, 100, 100, 100);
        Overlay.render(image, even(9), NOTHING, SCALE, List.of(new Box(1, 1, 3, 3)));

        assertThat(image).isEqualTo(GREY);
    }

    private static AnomalyMap even(float score) {
        float[] values = new float[20 * 30];
        Arrays.fill(values, score);
        return AnomalyMap.wrap(20, 30, values);
    }

    private static int change(RgbImage image) {
        return Math.abs(image.at(10, 10, 0) - 100) + Math.abs(image.at(10, 10, 1) - 100);
    }
}
