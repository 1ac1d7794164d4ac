package io.loupe.report;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;

/** A copy of a picture that can be drawn on. Not thread-safe. */
final class PixelCanvas {
    static final int WHITE = 0xffffff;
    static final int BLACK = 0x000000;

    private final int height;
    private final int width;
    private final byte[] pixels;

    PixelCanvas(RgbImage image) {
        height = image.height();
        width = image.width();
        pixels = image.pixels().clone();
    }

    /** Ends the drawing: the pixels are handed over. */
    RgbImage toImage() {
        return RgbImage.wrap(height, width, pixels);
    }

    /** Moves one pixel towards a colour; alpha 0 leaves it, 1 covers it. */
    void blend(int pixel, int color, double alpha) {
        for (int channel = 0; channel < 3; channel++) {
            int index = 3 * pixel + channel;
            int from = pixels[index] & 0xff;
            int to = color >> (16 - 8 * channel) & 0xff;
            pixels[index] = (byte) Math.round(from + alpha * (to - from));
        }
    }

    /** Outlines a mask of this size, white just inside and black just outside: seen on any ground. */
    void outline(BinaryMask mask) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (isAtEdge(mask, row, column)) {
                    blend(row * width + column, mask.at(row, column) ? WHITE : BLACK, 0.85);
                }
            }
        }
    }

    /** Draws the corners of a box a little outside it; what lies outside the picture is left out. */
    void corners(Box box) {
        int left = box.x() - 3;
        int top = box.y() - 3;
        int right = box.x() + box.width() + 2;
        int bottom = box.y() + box.height() + 2;
        int arm = Math.max(3, Math.min(right - left, bottom - top) / 4);
        for (int i = 0; i <= arm; i++) {
            dot(top, left + i);
            dot(top, right - i);
            dot(bottom, left + i);
            dot(bottom, right - i);
            dot(top + i, left);
            dot(top + i, right);
            dot(bottom - i, left);
            dot(bottom - i, right);
        }
    }

    private void dot(int row, int column) {
        if (isInside(row, column)) {
            blend(row * width + column, WHITE, 1);
        }
        if (isInside(row + 1, column + 1)) {
            blend((row + 1) * width + column + 1, BLACK, 0.25);
        }
    }

    private boolean isAtEdge(BinaryMask mask, int row, int column) {
        boolean here = mask.at(row, column);
        return differs(mask, row - 1, column, here)
                || differs(mask, row + 1, column, here)
                || differs(mask, row, column - 1, here)
                || differs(mask, row, column + 1, here);
    }

    private boolean differs(BinaryMask mask, int row, int column, boolean from) {
        return isInside(row, column) && mask.at(row, column) != from;
    }

    private boolean isInside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }
}
