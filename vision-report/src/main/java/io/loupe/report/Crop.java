package io.loupe.report;

import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;

/** Cuts the place of a region, or of a normal patch, out of its picture. */
public final class Crop {
    private Crop() {}

    /**
     * A square around the middle of a box, moved so that it lies inside the picture, and smaller where the picture is.
     *
     * @param side in pixels, grown to hold the whole box
     */
    public static RgbImage around(RgbImage image, Box box, int side) {
        Box window = window(image, box, side);
        return image.part(window.y(), window.x(), window.height(), window.width());
    }

    /**
     * As {@link #around}, brought to a width of {@code pixels}, with the corners of the box drawn in.
     *
     * @param pixels width of the result; its height follows
     */
    public static RgbImage marked(RgbImage image, Box box, int side, int pixels) {
        Box window = window(image, box, side);
        double zoom = (double) pixels / window.width();
        int height = Math.max(1, (int) Math.round(zoom * window.height()));
        PixelCanvas canvas =
                new PixelCanvas(Resampler.resize(around(image, box, side), height, pixels, Resampling.BICUBIC));
        canvas.corners(new Box(
                (int) Math.round(zoom * (box.x() - window.x())),
                (int) Math.round(zoom * (box.y() - window.y())),
                Math.max(1, (int) Math.round(zoom * box.width())),
                Math.max(1, (int) Math.round(zoom * box.height()))));
        return canvas.toImage();
    }

    private static Box window(RgbImage image, Box box, int side) {
        int wanted = Math.max(side, Math.max(box.width(), box.height()));
        int height = Math.min(wanted, image.height());
        int width = Math.min(wanted, image.width());
        int top = Math.clamp(box.y() + (box.height() - height) / 2, 0, image.height() - height);
        int left = Math.clamp(box.x() + (box.width() - width) / 2, 0, image.width() - width);
        return new Box(left, top, width, height);
    }
}
