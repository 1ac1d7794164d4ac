package io.loupe.report;

import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;

/** An anomaly map as a picture, on the model's absolute scale. */
public final class Heatmap {
    private Heatmap() {}

    /** A picture of the map's size. */
    public static RgbImage render(AnomalyMap map, HeatScale scale) {
        byte[] pixels = new byte[3 * map.values().length];
        for (int i = 0; i < map.values().length; i++) {
            int color = HeatColors.at(scale.position(map.values()[i]));
            pixels[3 * i] = (byte) (color >> 16);
            pixels[3 * i + 1] = (byte) (color >> 8);
            pixels[3 * i + 2] = (byte) color;
        }
        return RgbImage.wrap(map.height(), map.width(), pixels);
    }
}
