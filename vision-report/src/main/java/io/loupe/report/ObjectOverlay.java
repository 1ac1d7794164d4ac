package io.loupe.report;

import io.loupe.report.Drawing.Ink;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.image.RgbImage;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A picture with a box around each object, and a tag with its label and score. Lines and words grow with the picture; a
 * dark rim sets the lines off from any ground, and the words stand on the colour of their label.
 */
public final class ObjectOverlay {
    private static final int RIM = 0x90000000;

    /** On pictures lower than this many tags, words would hide what they name. */
    private static final int LEAST_TAGS_HIGH = 4;

    private final Drawing drawing;
    private final Rectangle2D sheet;
    private final LabelColors colors;
    private final Ink words;
    private final double line;
    private final double tagHeight;

    private ObjectOverlay(RgbImage image, LabelColors colors) {
        this.drawing = Drawing.on(image.height(), image.width(), PixelCanvas.BLACK);
        drawing.picture(image, 0, 0);
        this.sheet = new Rectangle2D.Double(0, 0, image.width(), image.height());
        this.colors = colors;
        double shorterSide = Math.min(image.height(), image.width());
        this.words = new Ink((int) Math.round(Math.clamp(shorterSide / 36, 11.0, 72.0)), true, LabelColors.WORDS);
        this.line = Math.max(1.5, words.size() / 8.0);
        this.tagHeight = Math.round(1.35 * words.size());
    }

    /**
     * A picture of the size of {@code image}.
     *
     * @param detections in any order; the best are drawn on top
     * @param labels every label the detector knows, which settles their colours
     */
    public static RgbImage render(RgbImage image, List<Detection> detections, List<String> labels) {
        List<Detection> bestFirst = detections.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
        ObjectOverlay overlay = new ObjectOverlay(image, new LabelColors(labels));
        bestFirst.reversed().forEach(overlay::drawBox);
        overlay.drawTags(bestFirst);
        return overlay.drawing.toImage();
    }

    private void drawBox(Detection detection) {
        double rim = Math.max(1, line / 3);
        Rectangle2D frame = insideSheet(detection.box(), line / 2 + rim);
        drawing.frame(frame, line + 2 * rim, RIM);
        drawing.frame(frame, line, 0xff000000 | colors.of(detection.label()));
    }

    /** The box, moved inward at the sheet's edges so that its line is seen whole. */
    private Rectangle2D insideSheet(BoundingBox box, double margin) {
        double left = Math.max(margin, box.left());
        double top = Math.max(margin, box.top());
        double right = Math.min(sheet.getWidth() - margin, box.right());
        double bottom = Math.min(sheet.getHeight() - margin, box.bottom());
        return new Rectangle2D.Double(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private void drawTags(List<Detection> bestFirst) {
        if (!Drawing.hasFonts() || sheet.getHeight() < LEAST_TAGS_HIGH * tagHeight) {
            return;
        }
        TagPlaces places = new TagPlaces(sheet);
        double padding = words.size() / 3.0;
        for (Detection detection : bestFirst) {
            String text = drawing.shortened(
                    String.format(Locale.ROOT, "%s %.2f", detection.label(), detection.score()),
                    (int) (sheet.getWidth() - 2 * padding),
                    words);
            Rectangle2D box = insideSheet(detection.box(), 0);
            Rectangle2D tag = places.take(box, drawing.textWidth(text, words) + 2 * padding, tagHeight, line / 2);
            drawing.fillRounded(tag, words.size() / 3.0, colors.of(detection.label()));
            drawing.text(
                    text,
                    (int) Math.round(tag.getX() + padding),
                    (int) Math.round(tag.getCenterY() + 0.36 * words.size()),
                    words);
        }
    }
}
