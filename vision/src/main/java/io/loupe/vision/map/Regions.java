package io.loupe.vision.map;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.threshold.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * The places that stand out of an anomaly map. A region begins at a peak above one score and holds the 8-connected pixels
 * around it down to another, lower one (hysteresis), but not below three quarters of its own peak: further down it is
 * mostly smoothing that spread there. So a faint defect is shown whole, and a glaring one not as a blot. Regions share no
 * pixel; a bump on the flank of a region is no region of its own.
 *
 * <p>Immutable and thread-safe.
 */
public final class Regions {
    private static final double REACH = 0.75;

    /** How far below its peak the surroundings of a lone spot reach at least, as a share of the peak. */
    private static final double SPOT_DEPTH = 0.1;

    private static final int NONE = -1;

    private final AnomalyMap map;
    private final List<Region> regions = new ArrayList<>();

    /** For each pixel the index of its region, or {@link #NONE}; shape of the map. */
    private final int[] regionOfPixel;

    private Regions(AnomalyMap map) {
        this.map = map;
        this.regionOfPixel = new int[map.values().length];
        Arrays.fill(regionOfPixel, NONE);
    }

    /**
     * Finds regions. Cost O(n log n) in the n pixels above {@code growScore}.
     *
     * @param seedScore the peak of a region is above this
     * @param growScore all pixels of a region are above this; not above {@code seedScore}
     * @throws IllegalArgumentException if {@code growScore} is above {@code seedScore}, or one is not a number
     */
    public static Regions find(AnomalyMap map, double seedScore, double growScore) {
        if (!(growScore <= seedScore)) {
            throw new IllegalArgumentException(
                    "Regions grow down to a score that is not above their seed's, got a seed of %s and growth to %s"
                            .formatted(seedScore, growScore));
        }
        Regions regions = new Regions(map);
        if (map.max() > seedScore) {
            for (int peak : DominantPeaks.of(map, growScore)) {
                if (map.values()[peak] > seedScore) {
                    regions.grow(peak, growScore);
                }
            }
        }
        return regions;
    }

    /**
     * The regions of a picture that got this verdict: those that begin above the pixel score. Smoothing can leave a tiny
     * defect below it that the picture's score saw: then the surroundings of the highest value, so that a verdict other than
     * PASS always says where.
     */
    public static Regions of(AnomalyMap map, double pixelScore, double growScore, Verdict verdict) {
        Regions regions = find(map, pixelScore, growScore);
        return verdict == Verdict.PASS || !regions.regions.isEmpty() ? regions : aroundPeak(map, growScore);
    }

    /**
     * The surroundings of the highest value, for a map that is known to be anomalous somewhere although nothing in it
     * reaches a seed: down to {@code growScore}, or a tenth below the highest value where that is lower still.
     */
    public static Regions aroundPeak(AnomalyMap map, double growScore) {
        double peak = map.max();
        double seed = Math.nextDown(peak);
        return find(map, seed, Math.min(seed, Math.min(growScore, peak - SPOT_DEPTH * Math.abs(peak))));
    }

    /** The score that a region with this peak ends at, below the peak also where that is 0. */
    static double end(double peak, double growScore) {
        return Math.max(growScore, Math.min(Math.nextDown(peak), peak - (1 - REACH) * Math.abs(peak)));
    }

    /** Adds the region around a peak. */
    private void grow(int peak, double growScore) {
        float[] values = map.values();
        double end = end(values[peak], growScore);
        int[] rows = {map.height(), 0};
        int[] columns = {map.width(), 0};
        int area = 0;
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(peak));
        regionOfPixel[peak] = regions.size();
        while (!open.isEmpty()) {
            int pixel = open.pop();
            int row = pixel / map.width();
            int column = pixel % map.width();
            area++;
            include(rows, row);
            include(columns, column);
            for (int r = Math.max(0, row - 1); r <= Math.min(row + 1, map.height() - 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(column + 1, map.width() - 1); c++) {
                    int neighbour = r * map.width() + c;
                    if (regionOfPixel[neighbour] == NONE && values[neighbour] > end) {
                        regionOfPixel[neighbour] = regions.size();
                        open.push(neighbour);
                    }
                }
            }
        }
        Box box = new Box(columns[0], rows[0], columns[1] - columns[0] + 1, rows[1] - rows[0] + 1);
        double share = (double) area / values.length;
        regions.add(new Region(box, area, share, values[peak], peak / map.width(), peak % map.width()));
    }

    private static void include(int[] fromTo, int place) {
        fromTo[0] = Math.min(fromTo[0], place);
        fromTo[1] = Math.max(fromTo[1], place);
    }

    /** The regions, highest peak first. */
    public List<Region> list() {
        return List.copyOf(regions);
    }

    /** The pixels of all regions, at the size of the map. */
    public BinaryMask predictedMask() {
        return maskOf(region -> region != NONE);
    }

    /**
     * The pixels of one region, at the size of the map.
     *
     * @param index of the region in {@link #list()}
     */
    public BinaryMask mask(int index) {
        Objects.checkIndex(index, regions.size());
        return maskOf(region -> region == index);
    }

    private BinaryMask maskOf(IntPredicate chosen) {
        boolean[] pixels = new boolean[regionOfPixel.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = chosen.test(regionOfPixel[i]);
        }
        return BinaryMask.wrap(map.height(), map.width(), pixels);
    }
}
