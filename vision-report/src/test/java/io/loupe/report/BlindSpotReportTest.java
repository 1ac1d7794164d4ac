package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlindSpotReportTest {
    private static final SmallestFound NEVER =
            new SmallestFound(Double.POSITIVE_INFINITY, 0.4, Double.POSITIVE_INFINITY);

    @Test
    void tellsSizesInPixelsAndOfTheSideWithTheirUncertainty() {
        String page = render(spots(new SmallestFound(0.1, 0.08, 0.125)), "map.png");

        assertThat(page).contains("100 px").contains("10.0 % of the side; 90 % sure: 80 to 125 px");
    }

    @Test
    void listsKindsEasiestFirstAndAdmitsWhatIsNotFound() {
        String page = render(spots(NEVER), "map.png");

        assertThat(page)
                .contains("not found reliably at any size tried")
                .containsSubsequence(">paste<", ">30 px<", ">scratch<", "&gt; 500 px");
    }

    @Test
    void tellsHowTheDetectorWasTuned() {
        assertThat(render(spots(NEVER), "map.png")).contains("How it was tuned").contains("Tuned &lt;well&gt;.");
    }

    @Test
    void refusesAnAbsolutePath() {
        assertThatIllegalArgumentException().isThrownBy(() -> render(spots(NEVER), "/map.png"));
    }

    @Test
    void mapIsBrighterWhereDefectsHaveToBeLarger() {
        RgbImage map = BlindSpotPicture.render(RgbImage.filled(64, 64, 90, 90, 90), spots(NEVER), 1000);

        assertThat(map.width()).isEqualTo(720);
        assertThat(brightness(map, 10, 10)).as("large").isGreaterThan(brightness(map, 10, 710) + 50);
        assertThat(brightness(map, 710, 10)).as("not known").isEqualTo(3 * 90);
    }

    @Test
    void mapKeepsTheProportionsOfThePicture() {
        RgbImage map = BlindSpotPicture.render(RgbImage.filled(30, 900, 90, 90, 90), spots(NEVER), 1000);

        assertThat(map.width()).isEqualTo(720);
        assertThat(map.height()).isEqualTo(24);
    }

    private static int brightness(RgbImage image, int row, int column) {
        return image.at(row, column, 0) + image.at(row, column, 1) + image.at(row, column, 2);
    }

    private static String render(BlindSpots spots, String path) {
        return BlindSpotReport.render("Blind spots", "today", "Tuned <well>.", spots, 1000, path);
    }

    /** Scratches are never found; the top left cell takes large defects, the bottom left one was not tried. */
    private static BlindSpots spots(SmallestFound overall) {
        Map<SyntheticKind, SmallestFound> kinds = new EnumMap<>(SyntheticKind.class);
        for (SyntheticKind kind : SyntheticKind.values()) {
            kinds.put(kind, new SmallestFound(0.03, 0.02, 0.04));
        }
        kinds.put(SyntheticKind.SCRATCH, NEVER);
        List<Double> cells = new ArrayList<>(Collections.nCopies(BlindSpots.SIDE * BlindSpots.SIDE, 0.02));
        cells.set(0, 0.4);
        cells.set(BlindSpots.SIDE * (BlindSpots.SIDE - 1), Double.NaN);
        return new BlindSpots(600, overall, kinds, cells);
    }
}
