package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectOverlayTest {
    private static final List<String> LABELS = List.of("dog", "cat");
    private static final BoundingBox BOX = new BoundingBox(60, 80, 160, 170);

    @Test
    void aPictureWithoutObjectsStaysAsItIs() {
        assertThat(ObjectOverlay.render(grey(200, 300), List.of(), LABELS)).isEqualTo(grey(200, 300));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 255})
    void linesHaveTheColourOfTheirLabelOnAnyGround(int ground) {
        RgbImage picture = RgbImage.filled(200, 300, ground, ground, ground);
        RgbImage overlay = ObjectOverlay.render(picture, List.of(new Detection("cat", 0.8, BOX)), LABELS);

        assertThat(colorAt(overlay, 120, 160)).isEqualTo(new LabelColors(LABELS).of("cat"));
        assertThat(colorAt(overlay, 120, 110)).isEqualTo(colorAt(picture, 0, 0));
    }

    @Test
    void aDarkRimSetsTheLineOffFromALightGround() {
        RgbImage white = RgbImage.filled(200, 300, 255, 255, 255);
        RgbImage overlay = ObjectOverlay.render(white, List.of(new Detection("cat", 0.8, BOX)), LABELS);

        for (List<Integer> side : List.of(List.of(157, 158, 159), List.of(161, 162, 163))) {
            assertThat(side).anyMatch(column -> overlay.at(120, column, 1) < 200);
        }
    }

    @Test
    void theTagStandsOnTheBoxInTheColourOfTheLabel() {
        assumeThat(Drawing.hasFonts()).isTrue();
        RgbImage overlay = ObjectOverlay.render(grey(200, 300), List.of(new Detection("cat", 0.8, BOX)), LABELS);

        assertThat(colorAt(overlay, 78, 61)).isEqualTo(new LabelColors(LABELS).of("cat"));
    }

    @Test
    void aLineAtTheEdgeOfThePictureIsSeenWhole() {
        Detection whole = new Detection("dog", 0.8, new BoundingBox(0, 0, 300, 200));
        RgbImage overlay = ObjectOverlay.render(grey(200, 300), List.of(whole), LABELS);

        int color = new LabelColors(LABELS).of("dog");
        assertThat(IntStream.range(290, 300).map(column -> colorAt(overlay, 100, column)))
                .contains(color);
    }

    @Test
    void theBestIsDrawnOnTop() {
        Detection worse = new Detection("cat", 0.4, BOX);
        Detection better = new Detection("dog", 0.8, BOX);

        assertThat(ObjectOverlay.render(grey(200, 300), List.of(worse, better), LABELS))
                .isEqualTo(ObjectOverlay.render(grey(200, 300), List.of(better, worse), LABELS))
                .satisfies(
                        overlay -> assertThat(colorAt(overlay, 120, 160)).isEqualTo(new LabelColors(LABELS).of("dog")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 900", "900, 1", "12, 12", "37, 2000", "3000, 2000"})
    void picturesOfAnyProportionsCanBeDrawnOn(int height, int width) {
        Detection whole = new Detection("x".repeat(300), 1, new BoundingBox(0, 0, width, height));
        Detection speck = new Detection("cat", 0, new BoundingBox(0, 0, 0.1, 0.1));

        assertThatCode(() -> ObjectOverlay.render(grey(height, width), List.of(whole, speck), LABELS))
                .doesNotThrowAnyException();
    }

    @Test
    void manyTagsOnOneSpotFindPlaces() {
        List<Detection> crowd = IntStream.range(0, 60)
                .mapToObj(i -> new Detection("dog", i / 60.0, BOX))
                .toList();

        assertThatCode(() -> ObjectOverlay.render(grey(200, 300), crowd, LABELS))
                .doesNotThrowAnyException();
    }

    private static RgbImage grey(int height, int width) {
        return RgbImage.filled(height, width, 100, 100, 100);
    }

    private static int colorAt(RgbImage image, int row, int column) {
        return image.at(row, column, 0) << 16 | image.at(row, column, 1) << 8 | image.at(row, column, 2);
    }
}
