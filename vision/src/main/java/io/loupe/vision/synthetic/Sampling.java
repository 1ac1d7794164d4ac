package io.loupe.vision.synthetic;

import io.loupe.vision.image.RgbImage;

/** Values between grid points. */
final class Sampling {
    private Sampling() {}

    /** The colour at a place between pixels; outside the picture, that of the nearest pixel. */
    static void bilinear(RgbImage from, double row, double column, double[] rgb) {
        double r = Math.clamp(row, 0, from.height() - 1);
        double c = Math.clamp(column, 0, from.width() - 1);
        int top = (int) r;
        int left = (int) c;
        int bottom = Math.min(top + 1, from.height() - 1);
        int right = Math.min(left + 1, from.width() - 1);
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] = mix(
                    mix(from.at(top, left, channel), from.at(top, right, channel), c - left),
                    mix(from.at(bottom, left, channel), from.at(bottom, right, channel), c - left),
                    r - top);
        }
    }

    /** Noise of about unit deviation that is smooth between whole places: a random value for each, mixed in between. */
    static double noise(long seed, double row, double column) {
        long top = (long) Math.floor(row);
        long left = (long) Math.floor(column);
        return mix(
                mix(lattice(seed, top, left), lattice(seed, top, left + 1), column - left),
                mix(lattice(seed, top + 1, left), lattice(seed, top + 1, left + 1), column - left),
                row - top);
    }

    /** Uniform in -2.5..2.5: the mixing in between takes most of it back. */
    private static double lattice(long seed, long row, long column) {
        long hash = seed ^ row * 0x9E3779B97F4A7C15L ^ column * 0xC2B2AE3D27D4EB4FL;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L; // the finalizer of SplitMix64
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        hash ^= hash >>> 31;
        return 5 * ((hash >>> 11) * 0x1.0p-53 - 0.5);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
