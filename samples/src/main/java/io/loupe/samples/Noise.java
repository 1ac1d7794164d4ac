package io.loupe.samples;

/**
 * Smooth random values over the plane, -1 to 1: hashed lattice points, blended in between. Features are about one unit
 * wide, so callers scale their coordinates.
 */
final class Noise {
    private final int seed;

    Noise(int seed) {
        this.seed = seed;
    }

    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = smooth(x - column);
        double below = smooth(y - row);
        double top = blend(lattice(column, row), lattice(column + 1, row), right);
        double bottom = blend(lattice(column, row + 1), lattice(column + 1, row + 1), right);
        return blend(top, bottom, below);
    }

    /** Coarse and fine together: each of the octaves has half the size and half the strength of the one before. */
    double at(double x, double y, int octaves) {
        double sum = 0;
        double strength = 1;
        double total = 0;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += strength * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
            total += strength;
            strength /= 2;
            scale *= 2;
        }
        return sum / total;
    }

    private double lattice(int column, int row) {
        int hash = seed ^ (column * 0x27d4eb2d) ^ (row * 0x165667b1);
        hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        hash = (hash ^ (hash >>> 12)) * 0x297a2d39;
        return (hash ^ (hash >>> 15)) * 0x1p-31;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double blend(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
