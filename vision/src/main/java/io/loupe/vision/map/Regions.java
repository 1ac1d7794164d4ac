package io.loupe.vision.map;

import io.loupe.vision.image.BinaryMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The places that stand out of an anomaly map: 8-connected pixels above one score that hold at least one above another,
 * usually higher one (hysteresis).
 *
 * <p>Immutable and thread-safe. Finding them takes time linear in the pixels.
 */
public final class Regions {
    private final List<Region> regions;
    private final BinaryMask predictedMask;

    private Regions(List<Region> regions, BinaryMask predictedMask) {
        this.regions = regions;
        this.predictedMask = predictedMask;
    }

    /** Every region of pixels above one score, however small. */
    public static Regions find(AnomalyMap map, double score) {
        return find(map, score, score, 1);
    }

    /**
     * Finds regions.
     *
     * @param seedScore a region has at least one pixel above this
     * @param growScore all pixels of a region are above this; not above {@code seedScore}
     * @param minimumAreaPixels smaller regions are dropped, in pixels of this map
     * @throws IllegalArgumentException if {@code growScore} is above {@code seedScore}, or one is not a number
     */
    public static Regions find(AnomalyMap map, double seedScore, double growScore, int minimumAreaPixels) {
        if (!(growScore <= seedScore)) {
            throw new IllegalArgumentException(
                    "Regions grow down to a score that is not above their seed's, got a seed of %s and growth to %s"
                            .formatted(seedScore, growScore));
        }
        ConnectedComponents components = ConnectedComponents.of(map.above(growScore));
        Extent[] extents = measure(map, components);
        boolean[] kept = new boolean[extents.length];
        List<Region> regions = new ArrayList<>();
        for (int label = 1; label < extents.length; label++) {
            Extent extent = extents[label];
            if (extent.peak > seedScore && extent.area >= minimumAreaPixels) {
                kept[label] = true;
                regions.add(extent.toRegion(map.width()));
            }
        }
        regions.sort(Comparator.comparingDouble(Region::peakScore).reversed()); // stable: ties in reading order
        return new Regions(List.copyOf(regions), maskOf(map, components.labels(), kept));
    }

    /** The regions, highest peak first. */
    public List<Region> list() {
        return regions;
    }

    /** The pixels of all regions, at the size of the map. */
    public BinaryMask predictedMask() {
        return predictedMask;
    }

    private static Extent[] measure(AnomalyMap map, ConnectedComponents components) {
        Extent[] extents = new Extent[components.count() + 1];
        for (int label = 1; label < extents.length; label++) {
            extents[label] = new Extent();
        }
        int[] labels = components.labels();
        for (int row = 0; row < map.height(); row++) {
            for (int column = 0; column < map.width(); column++) {
                int pixel = row * map.width() + column;
                if (labels[pixel] != 0) {
                    extents[labels[pixel]].include(row, column, pixel, map.values()[pixel]);
                }
            }
        }
        return extents;
    }

    private static BinaryMask maskOf(AnomalyMap map, int[] labels, boolean[] kept) {
        boolean[] pixels = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            pixels[i] = kept[labels[i]];
        }
        return BinaryMask.wrap(map.height(), map.width(), pixels);
    }

    /** What is known of a region while its pixels are read in order. */
    private static final class Extent {
        private int top = Integer.MAX_VALUE;
        private int bottom;
        private int left = Integer.MAX_VALUE;
        private int right;
        private int area;
        private float peak = Float.NEGATIVE_INFINITY;
        private int peakPixel;

        void include(int row, int column, int pixel, float value) {
            top = Math.min(top, row);
            bottom = row;
            left = Math.min(left, column);
            right = Math.max(right, column);
            area++;
            if (value > peak) {
                peak = value;
                peakPixel = pixel;
            }
        }

        Region toRegion(int mapWidth) {
            Box box = new Box(left, top, right - left + 1, bottom - top + 1);
            return new Region(box, area, peak, peakPixel / mapWidth, peakPixel % mapWidth);
        }
    }
}
