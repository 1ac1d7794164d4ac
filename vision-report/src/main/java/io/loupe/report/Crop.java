package io.loupe.report;

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
        int wanted = Math.max(side, Math.max(box.width(), box.height()));
        int height = Math.min(wanted, image.height());
        int width = Math.min(wanted, image.width());
        int top = Math.clamp(box.y() + (box.height() - height) / 2, 0, image.height() - height);
        int left = Math.clamp(box.x() + (box.width() - width) / 2, 0, image.width() - width);
        byte[] pixels = new byte[3 * height * width];
        for (int row = 0; row < height; row++) {
            int from = 3 * ((top + row) * image.width() + left);
            System.arraycopy(image.pixels(), from, pixels, 3 * row * width, 3 * width);
        }
        return RgbImage.wrap(height, width, pixels);
    }
}
