package io.loupe.report;

import io.loupe.report.Drawing.Ink;
import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.Locale;

/**
 * Blind spots on a good picture: the brighter a cell, the larger a defect has to be there; the number says how large. The
 * middle colour is the size over the whole picture, the ends are three times and a third of it.
 */
public final class BlindSpotPicture {
    private static final int LONGER_SIDE = 720;
    private static final double TINT = 0.6;
    private static final double RANGE = Math.log(3);
    private static final double GAP = 0.02;

    private BlindSpotPicture() {}

    /**
     * Draws the map over a good picture; its longer side is 720 pixels.
     *
     * @param side of the part's pictures in pixels, in which sizes are written
     */
    public static RgbImage render(RgbImage good, BlindSpots spots, double side) {
        double zoom = (double) LONGER_SIDE / Math.max(good.height(), good.width());
        int height = Math.max(BlindSpots.SIDE, (int) Math.round(zoom * good.height()));
        int width = Math.max(BlindSpots.SIDE, (int) Math.round(zoom * good.width()));
        RgbImage tinted = tinted(Resampler.resize(good, height, width, Resampling.BICUBIC), spots);
        Drawing drawing = Drawing.on(height, width, 0);
        drawing.picture(tinted, 0, 0);
        int size = Math.clamp(Math.min(height, width) / BlindSpots.SIDE / 3, 8, 20);
        for (int row = 0; row < BlindSpots.SIDE; row++) {
            for (int column = 0; column < BlindSpots.SIDE; column++) {
                String text = text(spots.at(row, column), side);
                Ink shadow = new Ink(size, true, 0x000000);
                int x = (2 * column + 1) * width / (2 * BlindSpots.SIDE) - drawing.textWidth(text, shadow) / 2;
                int y = (2 * row + 1) * height / (2 * BlindSpots.SIDE) + size / 3;
                drawing.text(text, x + 1, y + 1, shadow);
                drawing.text(text, x, y, new Ink(size, true, 0xffffff));
            }
        }
        return drawing.toImage();
    }

    private static int color(double size, double overall) {
        double middle = Math.min(overall, BlindSpots.LARGEST);
        return HeatColors.at(Math.clamp(0.5 + 0.5 * Math.log(size / middle) / RANGE, 0.0, 1.0));
    }

    private static RgbImage tinted(RgbImage good, BlindSpots spots) {
        PixelCanvas canvas = new PixelCanvas(good);
        for (int row = 0; row < good.height(); row++) {
            for (int column = 0; column < good.width(); column++) {
                double down = (double) row * BlindSpots.SIDE / good.height();
                double right = (double) column * BlindSpots.SIDE / good.width();
                double size = spots.at((int) down, (int) right);
                boolean inside = Math.min(down % 1, right % 1) > GAP && Math.max(down % 1, right % 1) < 1 - GAP;
                if (inside && !Double.isNaN(size)) {
                    canvas.blend(
                            row * good.width() + column,
                            color(size, spots.overall().size()),
                            TINT);
                }
            }
        }
        return canvas.toImage();
    }

    private static String text(double size, double side) {
        if (Double.isNaN(size)) {
            return "?";
        }
        return Double.isInfinite(size) ? "–" : String.format(Locale.ROOT, "%.0f", Math.max(1, size * side));
    }
}
