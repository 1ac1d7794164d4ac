package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultPictureTest {
    private static final HeatScale SCALE = new HeatScale(1, 3, 5);

    @Test
    void groundTruthAddsAPanel() {
        RgbImage without = ResultPicture.render(inspected(320, 240, null), SCALE);
        RgbImage with = ResultPicture.render(inspected(320, 240, BinaryMask.empty(320, 240)), SCALE);

        assertThat(without.width()).isEqualTo(16 + 3 * (192 + 16));
        assertThat(with.width()).isEqualTo(16 + 4 * (192 + 16));
        assertThat(with.height()).isEqualTo(without.height());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 900", "900, 1", "37, 2000", "512, 512"})
    void picturesOfAnyProportionsFit(int height, int width) {
        BinaryMask mask = BinaryMask.empty(height, width);

        assertThatCode(() -> ResultPicture.render(inspected(height, width, mask), SCALE))
                .doesNotThrowAnyException();
    }

    @Test
    void maskOfAnotherSizeIsSpreadOverThePicture() {
        boolean[] leftHalf = {true, false, true, false};
        RgbImage result = ResultPicture.render(inspected(256, 256, BinaryMask.wrap(2, 2, leftHalf)), SCALE);
        int top = 60 + 30;
        int truth = 16 + 3 * (256 + 16);

        assertThat(result.at(top + 128, truth + 40, 0)).isEqualTo(100);
        assertThat(result.at(top + 128, truth + 220, 0)).isLessThan(50);
    }

    @ParameterizedTest
    @EnumSource
    void verdictHasABadgeOfItsColour(Verdict verdict) {
        InspectedPicture picture = new InspectedPicture(
                "part", grey(64, 64), map(64, 64), BinaryMask.empty(64, 64), List.of(), verdict, 4, 3, null);
        RgbImage result = ResultPicture.render(picture, SCALE);
        int ground = VerdictColors.of(verdict).ground();

        assertThat(result.at(17, 40, 0) << 16 | result.at(17, 40, 1) << 8 | result.at(17, 40, 2))
                .isEqualTo(ground);
    }

    @Test
    void sheetWithoutFontsLeavesWordsOutAndDrawsTheRest() {
        Drawing drawing = Drawing.withoutText(20, 40, 0x000000);
        Drawing.Ink ink = new Drawing.Ink(12, false, 0xffffff);
        drawing.text("unseen", 0, 15, ink);
        drawing.fill(30, 0, 10, 20, 0xff0000);

        assertThat(drawing.textWidth("unseen", ink)).isZero();
        RgbImage image = drawing.toImage();
        assertThat(image.at(10, 35, 0)).isEqualTo(255);
        assertThat(image.at(10, 5, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.00123, 0.0012", "2.5, 2.50", "123.45, 123.5", "12345.6, 12346", "-3, -3.00"})
    void numbersKeepTheDigitsThatTellScoresApart(double value, String written) {
        assertThat(ResultPicture.number(value)).isEqualTo(written);
    }

    private static InspectedPicture inspected(int height, int width, @Nullable BinaryMask truth) {
        return new InspectedPicture(
                "x".repeat(300),
                grey(height, width),
                map(height, width),
                BinaryMask.empty(height, width),
                List.of(new Box(0, 0, 1, 1)),
                Verdict.FAIL,
                4,
                3,
                truth);
    }

    private static RgbImage grey(int height, int width) {
        return RgbImage.filled(height, width, 100, 100, 100);
    }

    private static AnomalyMap map(int height, int width) {
        return AnomalyMap.wrap(height, width, new float[height * width]);
    }
}
