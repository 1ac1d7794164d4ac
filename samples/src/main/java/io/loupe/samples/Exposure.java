package io.loupe.samples;

import io.loupe.vision.image.BinaryMask;

/** A picture as the lens throws it: shape [height, width, 3], 0..255 but not yet whole numbers, without noise. */
final class Exposure {
    final int height;
    final int width;
    final float[] values;

    Exposure(int height, int width, float[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /** The pixels where a channel differs by more than {@code limit}. */
    BinaryMask differenceTo(Exposure other, float limit) {
        boolean[] changed = new boolean[height * width];
        for (int i = 0; i < values.length; i++) {
            changed[i / 3] |= Math.abs(values[i] - other.values[i]) > limit;
        }
        return BinaryMask.wrap(height, width, changed);
    }

    /** This exposure with the pixels of a mask taken from another one. */
    Exposure replaced(BinaryMask mask, Exposure other) {
        float[] mixed = values.clone();
        for (int i = 0; i < mixed.length; i++) {
            if (mask.pixels()[i / 3]) {
                mixed[i] = other.values[i];
            }
        }
        return new Exposure(height, width, mixed);
    }
}
