package io.loupe.vision.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The peaks of a map that stand out of their surroundings: each is the highest value of its own region, the connected
 * pixels above a share of it. A bump on the flank of a higher peak is none.
 *
 * <p>Pixels are taken from the highest to the lowest and joined to those already there [1]. Where two peaks meet, the
 * lower one stands out if its region ended before. Time O(n log n) in the n pixels above the floor. Not thread-safe.
 *
 * <p>[1] L. Najman, M. Couprie: Building the component tree in quasi-linear time. IEEE Transactions on Image Processing
 * 15(11), 2006.
 */
final class DominantPeaks {
    private static final int ABSENT = -1;

    private final AnomalyMap map;
    private final double floor;

    /** For each pixel taken so far, one nearer to the highest of its component, which is its own parent. */
    private final int[] parents;

    private final List<Integer> found = new ArrayList<>();

    private DominantPeaks(AnomalyMap map, double floor) {
        this.map = map;
        this.floor = floor;
        this.parents = new int[map.values().length];
        Arrays.fill(parents, ABSENT);
    }

    /** Their pixels, highest first, ties in reading order; regions end at {@link Regions#end} of peak and floor. */
    static List<Integer> of(AnomalyMap map, double floor) {
        DominantPeaks peaks = new DominantPeaks(map, floor);
        int[] descending = peaks.descending();
        for (int pixel : descending) {
            peaks.take(pixel);
        }
        for (int pixel : descending) {
            if (peaks.parents[pixel] == pixel) {
                peaks.found.add(pixel);
            }
        }
        Comparator<Integer> byValue = Comparator.comparingDouble(pixel -> -map.values()[pixel]);
        return peaks.found.stream()
                .sorted(byValue.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int[] descending() {
        float[] values = map.values();
        long[] keys = new long[values.length];
        int count = 0;
        for (int pixel = 0; pixel < values.length; pixel++) {
            if (values[pixel] > floor) {
                int bits = Float.floatToIntBits(values[pixel]);
                long ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE); // ordered as the values are
                keys[count++] = ~ascending << 32 | pixel;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] pixels = new int[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (int) keys[i];
        }
        return pixels;
    }

    private void take(int pixel) {
        parents[pixel] = pixel;
        int row = pixel / map.width();
        int column = pixel % map.width();
        for (int r = Math.max(0, row - 1); r <= Math.min(row + 1, map.height() - 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(column + 1, map.width() - 1); c++) {
                if (parents[r * map.width() + c] != ABSENT) {
                    join(pixel, r * map.width() + c);
                }
            }
        }
    }

    private void join(int pixel, int neighbour) {
        int here = highest(pixel);
        int there = highest(neighbour);
        if (here == there) {
            return;
        }
        float[] values = map.values();
        int lower = values[here] < values[there] || (values[here] == values[there] && here > there) ? here : there;
        if (values[pixel] <= Regions.end(values[lower], floor)) {
            found.add(lower);
        }
        parents[lower] = lower == here ? there : here;
    }

    private int highest(int pixel) {
        int at = pixel;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]]; // halving the path keeps the next search short
            at = parents[at];
        }
        return at;
    }
}
