package io.loupe.report;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import java.util.List;

/** Heat over the picture where it matters: calm places stay as they are, regions get an outline. */
public final class Overlay {
    /** Below this position of the scale nothing is drawn; from there the heat fades in. */
    private static final double FADE_IN = 0.25;

    private static final double FADE_LENGTH = 0.5;
    private static final double STRONGEST = 0.72;

    private Overlay() {}

    /**
     * A picture of the size of {@code image}.
     *
     * @param map of any size; it is spread over the picture
     * @param mask the pixels of the regions, of any size; each pixel of the picture takes the nearest
     * @param boxes to be marked by their corners, in pixels of {@code image}
     */
    public static RgbImage render(RgbImage image, AnomalyMap map, BinaryMask mask, HeatScale scale, List<Box> boxes) {
        AnomalyMap spread = map.resized(image.height(), image.width());
        PixelCanvas canvas = new PixelCanvas(image);
        for (int i = 0; i < spread.values().length; i++) {
            double position = scale.position(spread.values()[i]);
            double alpha = STRONGEST * Math.clamp((position - FADE_IN) / FADE_LENGTH, 0.0, 1.0);
            canvas.blend(i, HeatColors.at(position), alpha);
        }
        canvas.outline(mask.resized(image.height(), image.width()));
        boxes.forEach(canvas::corners);
        return canvas.toImage();
    }
}
