package io.loupe.vision.map;

import java.util.Arrays;

/**
 * Bilinear interpolation to another length and smoothing at that length, as one weighted sum per new place.
 *
 * <p>Both steps are linear and work on each axis alone, so along an axis they are one matrix, narrowly banded. From a
 * grid of 32 to 256 pixels with a kernel of 33, a new place depends on 7 old ones at most, so one pass with the composed
 * weights does a fifth of the work of smoothing the interpolated plane.
 *
 * <p>Interpolation puts centres at half coordinates and clamps at the edges, without antialiasing, which frameworks call
 * {@code align_corners = false}. Smoothing mirrors the interpolated values with the edge repeated (d c b a | a b c d | d
 * c b a), scipy's {@code reflect}; the mirror image repeats where the kernel is wider than the axis.
 */
final class AxisWeights {
    private final int[] first;
    private final float[][] weights;

    private AxisWeights(int newLength) {
        first = new int[newLength];
        weights = new float[newLength][];
    }

    /**
     * The weights from an old length to a new one.
     *
     * @param kernel symmetric smoothing weights by distance, as of {@link GaussianKernel#weights}
     */
    static AxisWeights of(int oldLength, int newLength, double[] kernel) {
        AxisWeights axis = new AxisWeights(newLength);
        double[] sums = new double[oldLength];
        for (int place = 0; place < newLength; place++) {
            Arrays.fill(sums, 0);
            for (int offset = 1 - kernel.length; offset < kernel.length; offset++) {
                interpolate(mirrored(place + offset, newLength), newLength, kernel[Math.abs(offset)], sums);
            }
            axis.keepBand(place, sums);
        }
        return axis;
    }

    /** How many new places there are. */
    int length() {
        return first.length;
    }

    /** The lowest old place that this new one depends on. */
    int first(int place) {
        return first[place];
    }

    /** The weights of the old places from {@link #first} on; to be read, not written. */
    float[] weights(int place) {
        return weights[place];
    }

    private static void interpolate(int place, int newLength, double weight, double[] sums) {
        int last = sums.length - 1;
        double old = Math.clamp((place + 0.5) * sums.length / newLength - 0.5, 0, last);
        int lower = (int) old;
        double share = old - lower;
        sums[lower] += weight * (1 - share);
        sums[Math.min(lower + 1, last)] += weight * share;
    }

    private void keepBand(int place, double[] sums) {
        int from = 0;
        while (sums[from] == 0) {
            from++;
        }
        int to = sums.length;
        while (sums[to - 1] == 0) {
            to--;
        }
        first[place] = from;
        weights[place] = new float[to - from];
        for (int i = from; i < to; i++) {
            weights[place][i - from] = (float) sums[i];
        }
    }

    private static int mirrored(int place, int length) {
        int folded = Math.floorMod(place, 2 * length);
        return folded < length ? folded : 2 * length - 1 - folded;
    }
}
