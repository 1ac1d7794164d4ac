package io.loupe.report;

import io.loupe.report.Drawing.Ink;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One picture that says it all: verdict and score, then original, heatmap, overlay and (where known) ground truth side
 * by side, then the colour scale with its numbers. On a dark ground, so that it sits well on light and dark pages.
 */
public final class ResultPicture {
    private static final int PANEL_SIDE = 256;
    private static final int MIN_WIDTH = 640;
    private static final int MARGIN = 16;
    private static final int HEADER = 60;
    private static final int LABEL = 30;
    private static final int LEGEND = 62;

    private static final int GROUND = 0x16181d;
    private static final Ink TITLE = new Ink(20, true, 0xf2f4f8);
    private static final Ink QUIET = new Ink(18, false, 0xb6beca);
    private static final Ink NUMBER = new Ink(17, false, 0xd5dae2);

    private ResultPicture() {}

    /** A panel of the picture and what stands above it. */
    private record Panel(String label, RgbImage image) {}

    /** Draws the result; panels keep the proportions of the picture, their longer side is 256 pixels. */
    public static RgbImage render(InspectedPicture inspected, HeatScale scale) {
        List<Panel> panels = panels(inspected, scale);
        int panelHeight = panels.getFirst().image().height();
        int panelWidth = panels.getFirst().image().width();
        int width = Math.max(MIN_WIDTH, MARGIN + panels.size() * (panelWidth + MARGIN));
        int height = HEADER + LABEL + panelHeight + LEGEND;
        Drawing drawing = Drawing.on(height, width, GROUND);
        header(drawing, inspected, width);
        int x = MARGIN;
        for (Panel panel : panels) {
            drawing.text(panel.label(), x, HEADER + LABEL - 9, QUIET);
            drawing.picture(panel.image(), x, HEADER + LABEL);
            x += panelWidth + MARGIN;
        }
        legend(drawing, scale, width, HEADER + LABEL + panelHeight);
        return drawing.toImage();
    }

    private static List<Panel> panels(InspectedPicture inspected, HeatScale scale) {
        RgbImage source = inspected.image();
        double zoom = (double) PANEL_SIDE / Math.max(source.height(), source.width());
        int height = Math.max(1, (int) Math.round(zoom * source.height()));
        int width = Math.max(1, (int) Math.round(zoom * source.width()));
        RgbImage image = Resampler.resize(source, height, width, Resampling.BICUBIC);
        AnomalyMap map = inspected.map().resized(height, width);
        List<Box> boxes =
                inspected.boxes().stream().map(box -> zoomed(box, zoom)).toList();

        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("Original", image));
        panels.add(new Panel("Heatmap", Heatmap.render(map, scale)));
        panels.add(new Panel("Overlay", Overlay.render(image, map, inspected.mask(), scale, boxes)));
        groundTruth(inspected.groundTruth(), image, panels);
        return panels;
    }

    private static void groundTruth(@Nullable BinaryMask mask, RgbImage image, List<Panel> panels) {
        if (mask != null) {
            boolean good = mask.area() == 0;
            panels.add(new Panel(good ? "Ground truth: good" : "Ground truth", good ? image : spotlight(image, mask)));
        }
    }

    /** The picture dimmed but for the mask, which gets an outline. */
    private static RgbImage spotlight(RgbImage image, BinaryMask mask) {
        boolean[] fitted = new boolean[image.height() * image.width()];
        PixelCanvas canvas = new PixelCanvas(image);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                int pixel = row * image.width() + column;
                fitted[pixel] = mask.at(row * mask.height() / image.height(), column * mask.width() / image.width());
                canvas.blend(pixel, PixelCanvas.BLACK, fitted[pixel] ? 0 : 0.6);
            }
        }
        canvas.outline(BinaryMask.wrap(image.height(), image.width(), fitted));
        return canvas.toImage();
    }

    private static Box zoomed(Box box, double zoom) {
        return new Box(
                (int) Math.round(zoom * box.x()),
                (int) Math.round(zoom * box.y()),
                Math.max(1, (int) Math.round(zoom * box.width())),
                Math.max(1, (int) Math.round(zoom * box.height())));
    }

    private static void header(Drawing drawing, InspectedPicture inspected, int width) {
        String verdict = inspected.verdict().name();
        VerdictColors colors = VerdictColors.of(inspected.verdict());
        Ink badge = new Ink(17, true, colors.words());
        int badgeWidth = Math.max(54, drawing.textWidth(verdict, badge) + 22);
        drawing.fillRounded(MARGIN, 14, badgeWidth, 32, colors.ground());
        drawing.text(verdict, MARGIN + (badgeWidth - drawing.textWidth(verdict, badge)) / 2, 36, badge);

        String score = "score %s   fails above %s".formatted(number(inspected.score()), number(inspected.failScore()));
        int scoreWidth = drawing.textWidth(score, NUMBER);
        drawing.text(score, width - MARGIN - scoreWidth, 36, NUMBER);
        int nameX = MARGIN + badgeWidth + 14;
        int room = width - MARGIN - scoreWidth - 20 - nameX;
        drawing.text(drawing.shortened(inspected.name(), room, TITLE), nameX, 36, TITLE);
    }

    private static void legend(Drawing drawing, HeatScale scale, int width, int top) {
        int left = MARGIN;
        int right = width - MARGIN;
        int barTop = top + 14;
        for (int x = left; x < right; x++) {
            drawing.fill(x, barTop, 1, 12, HeatColors.at((double) (x - left) / (right - 1 - left)));
        }
        int middle = (left + right) / 2;
        drawing.line(middle, barTop - 4, middle, barTop + 15, 0xffffff);
        int baseline = barTop + 34;
        String high = number(scale.high());
        String threshold = "threshold " + number(scale.threshold());
        drawing.text(number(scale.low()) + "  normal", left, baseline, NUMBER);
        drawing.text(threshold, middle - drawing.textWidth(threshold, NUMBER) / 2, baseline, NUMBER);
        String anomalous = "anomalous  " + high;
        drawing.text(anomalous, right - drawing.textWidth(anomalous, NUMBER), baseline, NUMBER);
    }

    /** Enough digits to tell scores apart, whatever the method's scale. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 1000 ? "%.0f" : size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
