package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.vision.image.RgbImage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScorePlotsTest {
    private static final double[] GOOD = {1, 1.2, 1.4, 1.4, 2.1};
    private static final double[] DEFECTIVE = {2, 3, 3.5};

    @BeforeEach
    void needsFonts() {
        Assumptions.assumeTrue(Drawing.hasFonts(), "Skipped: plots need a machine with fonts");
    }

    @Test
    void rocIsDrawnOnWhiteInTheSizeThatIsPromised() {
        assertPlot(ScorePlots.roc(GOOD, DEFECTIVE, 0.93).orElseThrow());
    }

    @Test
    void histogramIsDrawnOnWhiteInTheSizeThatIsPromised() {
        assertPlot(ScorePlots.histogram(GOOD, DEFECTIVE, Reports.THRESHOLD).orElseThrow());
    }

    @Test
    void histogramOfOneKindAloneOrOfEqualScoresIsDrawn() {
        assertPlot(ScorePlots.histogram(GOOD, new double[0], Reports.THRESHOLD).orElseThrow());
        assertPlot(ScorePlots.histogram(new double[] {2, 2}, new double[] {2}, Reports.THRESHOLD)
                .orElseThrow());
    }

    @Test
    void refusesARocOfOneKindAlone() {
        assertThatThrownBy(() -> ScorePlots.roc(GOOD, new double[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ROC curve needs good and defective pictures, got 5 and 0; leave the plot out");
    }

    @Test
    void refusesAHistogramOfNothing() {
        assertThatThrownBy(() -> ScorePlots.histogram(new double[0], new double[0], Reports.THRESHOLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A histogram needs at least one score, got none");
    }

    private static void assertPlot(RgbImage plot) {
        assertThat(plot.width()).isEqualTo(700);
        assertThat(plot.height()).isEqualTo(460);
        assertThat(plot.at(2, 2, 0)).isEqualTo(255);
        assertThat(plot).isNotEqualTo(RgbImage.filled(460, 700, 255, 255, 255));
    }
}
