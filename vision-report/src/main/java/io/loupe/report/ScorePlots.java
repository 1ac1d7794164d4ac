package io.loupe.report;

import io.loupe.vision.image.RgbImage;
import io.loupe.vision.threshold.Threshold;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Plots of picture scores, 700 x 460 pixels (width x height). Empty on a machine without fonts. */
public final class ScorePlots {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 460;

    // Blue and orange of Okabe and Ito, told apart with any colour blindness.
    private static final Color GOOD = new Color(0x0072b2);
    private static final Color DEFECTIVE = new Color(0xd55e00);
    private static final Color GREY = new Color(0x8c959f);
    private static final Color INK = new Color(0x24292f);

    private ScorePlots() {}

    /**
     * The receiver operating characteristic: the share of defective parts found against the share of good parts
     * rejected, for every threshold there is.
     *
     * @param good scores of good pictures, in any order
     * @param defective scores of defective pictures, in any order
     * @param auroc as it was measured; only printed
     * @throws IllegalArgumentException if one of the two has no scores
     */
    public static Optional<RgbImage> roc(double[] good, double[] defective, double auroc) {
        requireScores(good, defective);
        if (!Drawing.hasFonts()) {
            return Optional.empty();
        }
        XYChart chart = chart("ROC of pictures, AUROC %.3f".formatted(auroc))
                .xAxisTitle("good parts rejected (false positive rate)")
                .yAxisTitle("defective parts found (true positive rate)")
                .build();
        style(chart);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        chart.getStyler().setXAxisDecimalPattern("0.0").setYAxisDecimalPattern("0.0");
        double[] thresholds = descendingThresholds(good, defective);
        line(chart, "chance", new double[] {0, 1}, new double[] {0, 1}, GREY, 1.2f, 6);
        line(chart, "roc", sharesAbove(good, thresholds), sharesAbove(defective, thresholds), GOOD, 2.6f, 0);
        return Optional.of(Drawing.rgb(BitmapEncoder.getBufferedImage(chart)));
    }

    /**
     * How the scores of good and defective pictures are spread, with the thresholds as upright lines.
     *
     * @param good scores of good pictures, in any order
     * @param defective scores of defective pictures, in any order
     * @throws IllegalArgumentException if neither has scores
     */
    public static Optional<RgbImage> histogram(double[] good, double[] defective, Threshold threshold) {
        return histogram("Picture scores", good, defective, threshold);
    }

    private static Optional<RgbImage> histogram(String title, double[] good, double[] defective, Threshold threshold) {
        if (good.length + defective.length == 0) {
            throw new IllegalArgumentException("A histogram needs at least one score, got none");
        }
        if (!Drawing.hasFonts()) {
            return Optional.empty();
        }
        XYChart chart = chart(title)
                .xAxisTitle("score (higher = more anomalous)")
                .yAxisTitle("pictures")
                .build();
        style(chart);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler().setYAxisMin(0.0).setYAxisDecimalPattern("0");
        HistogramBins bins = HistogramBins.around(good, defective, threshold);
        int highest = Math.max(1, Math.max(bins.highest(good), bins.highest(defective)));
        area(chart, "good (%d)".formatted(good.length), bins, good, GOOD);
        area(chart, "defective (%d)".formatted(defective.length), bins, defective, DEFECTIVE);
        upright(chart, "warns above " + ResultPicture.number(threshold.warnScore()), threshold.warnScore(), highest, 5);
        upright(chart, "fails above " + ResultPicture.number(threshold.failScore()), threshold.failScore(), highest, 0);
        return Optional.of(Drawing.rgb(BitmapEncoder.getBufferedImage(chart)));
    }

    /**
     * How the held-out scores of the good pictures are spread, from which the thresholds were made, with the bands of PASS,
     * WARN and FAIL between upright lines.
     *
     * @param heldOut scores of good pictures, each as if its part had not been learned from, in any order
     * @throws IllegalArgumentException if there are none
     */
    public static Optional<RgbImage> heldOut(double[] heldOut, Threshold threshold) {
        return histogram(
                "Good pictures, each held out" + (threshold.failPromise().extrapolated() ? " (FAIL extrapolated)" : ""),
                heldOut,
                new double[0],
                threshold);
    }

    private static void requireScores(double[] good, double[] defective) {
        if (good.length == 0 || defective.length == 0) {
            throw new IllegalArgumentException(
                    "A ROC curve needs good and defective pictures, got %d and %d; leave the plot out"
                            .formatted(good.length, defective.length));
        }
    }

    private static XYChartBuilder chart(String title) {
        return new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).theme(ChartTheme.XChart);
    }

    private static void style(XYChart chart) {
        var styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setPlotGridLinesColor(new Color(0xe4e8ec));
        styler.setPlotBorderVisible(false);
        styler.setChartTitleBoxVisible(false);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setChartPadding(14);
    }

    private static XYSeries line(
            XYChart chart, String name, double[] x, double[] y, Color color, float width, float dash) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(
                dash == 0
                        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
        return series;
    }

    private static void upright(XYChart chart, String name, double at, int highest, float dash) {
        line(chart, name, new double[] {at, at}, new double[] {0, 1.05 * highest}, INK, 1.8f, dash);
    }

    private static void area(XYChart chart, String name, HistogramBins bins, double[] scores, Color color) {
        if (scores.length > 0) {
            XYSeries series = line(chart, name, bins.outlineX(), bins.outlineY(scores), color, 2, 0);
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
            series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 70));
        }
    }

    /** From above the highest score, where nothing is rejected, down to the lowest, where everything is. */
    private static double[] descendingThresholds(double[] good, double[] defective) {
        double[] all = Arrays.copyOf(good, good.length + defective.length);
        System.arraycopy(defective, 0, all, good.length, defective.length);
        double[] ascending = Arrays.stream(all).sorted().distinct().toArray();
        double[] descending = new double[ascending.length + 1];
        descending[0] = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ascending.length; i++) {
            descending[i + 1] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }

    /** The share of scores at or above each threshold. */
    private static double[] sharesAbove(double[] scores, double[] descendingThresholds) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        double[] shares = new double[descendingThresholds.length];
        int next = sorted.length - 1;
        for (int i = 0; i < shares.length; i++) {
            while (next >= 0 && sorted[next] >= descendingThresholds[i]) {
                next--;
            }
            shares[i] = (double) (sorted.length - 1 - next) / sorted.length;
        }
        return shares;
    }
}
