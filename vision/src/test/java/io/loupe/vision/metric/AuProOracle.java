package io.loupe.vision.metric;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.ConnectedComponents;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** AU-PRO by its definition, slow and plain: the rates at every threshold by themselves, then trapezoids. */
final class AuProOracle {
    private AuProOracle() {}

    static double auPro(List<AnomalyMap> maps, List<BinaryMask> masks, double limit) {
        TreeSet<Float> thresholds = new TreeSet<>(Comparator.reverseOrder());
        for (AnomalyMap map : maps) {
            for (float value : map.values()) {
                thresholds.add(value);
            }
        }
        double area = 0;
        double rateBefore = 0;
        double overlapBefore = 0;
        for (float threshold : thresholds) {
            double rate = falsePositiveRate(maps, masks, threshold);
            double overlap = meanOverlap(maps, masks, threshold);
            if (rate > rateBefore && rateBefore < limit) {
                double end = Math.min(rate, limit);
                double slope = (overlap - overlapBefore) / (rate - rateBefore);
                double overlapAtEnd = overlapBefore + slope * (end - rateBefore);
                area += (end - rateBefore) * (overlapBefore + overlapAtEnd) / 2;
            }
            rateBefore = rate;
            overlapBefore = overlap;
        }
        return area / limit;
    }

    private static double falsePositiveRate(List<AnomalyMap> maps, List<BinaryMask> masks, float threshold) {
        double good = 0;
        double called = 0;
        for (int picture = 0; picture < maps.size(); picture++) {
            float[] values = maps.get(picture).values();
            boolean[] defective = masks.get(picture).pixels();
            for (int i = 0; i < values.length; i++) {
                good += defective[i] ? 0 : 1;
                called += !defective[i] && values[i] >= threshold ? 1 : 0;
            }
        }
        return called / good;
    }

    private static double meanOverlap(List<AnomalyMap> maps, List<BinaryMask> masks, float threshold) {
        double sum = 0;
        int regions = 0;
        for (int picture = 0; picture < maps.size(); picture++) {
            float[] values = maps.get(picture).values();
            ConnectedComponents components = ConnectedComponents.of(masks.get(picture));
            for (int label = 1; label <= components.count(); label++) {
                double area = 0;
                double called = 0;
                for (int i = 0; i < values.length; i++) {
                    boolean inside = components.labels()[i] == label;
                    area += inside ? 1 : 0;
                    called += inside && values[i] >= threshold ? 1 : 0;
                }
                sum += called / area;
                regions++;
            }
        }
        return sum / regions;
    }
}
