package io.loupe.vision.metric;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.ConnectedComponents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers anomaly maps with their ground truth, one picture after the other, and says how well they part good pixels
 * from defective ones.
 *
 * <p>All pixels of all pictures, the good pictures too, go into one ranking. AU-PRO follows [1]: the regions are the
 * 8-connected components of the ground truth; at each threshold the per-region overlap is the mean over regions of the
 * share that lies above it; the area under overlap against false positive rate is taken up to a limit, where it is
 * interpolated exactly. Overlap and rates are kept in 64 bits.
 *
 * <p>Up to 50 million pixels the metrics are exact, at 8 bytes a pixel. Beyond that scores are counted in fine bins, in
 * memory that no longer grows with the pictures, and {@link PixelMetrics#errorBound()} says what that can cost: with
 * scores spread over a doubling or more, below 1e-4.
 *
 * <p>Not thread-safe.
 *
 * <p>[1] P. Bergmann, K. Batzner, M. Fauser, D. Sattlegger, C. Steger: The MVTec Anomaly Detection Dataset. International
 * Journal of Computer Vision 129, 2021, section 5.1.
 */
public final class PixelEvaluation {
    /** The usual limit of the false positive rate for AU-PRO. */
    public static final double DEFAULT_AU_PRO_LIMIT = 0.3;

    private static final long MOST_EXACT_PIXELS = 50_000_000;

    private final long mostExactPixels;
    private final DefectRegions regions = new DefectRegions();
    private final Map<String, Long> foundPixels = new HashMap<>();
    private PixelTally tally = new ExactPixelTally(regions);
    private long goodPixels;
    private long defectivePixels;
    private long truePositives;
    private long falsePositives;

    /** An evaluation without pictures. */
    public PixelEvaluation() {
        this(MOST_EXACT_PIXELS);
    }

    PixelEvaluation(long mostExactPixels) {
        this.mostExactPixels = mostExactPixels;
    }

    /**
     * Adds a picture, at the size of its ground truth: a map of another size is interpolated to it, and of a mask of
     * another size each pixel takes the nearest one.
     *
     * @param predicted what the model calls anomalous
     * @param groundTruth nothing set for a good picture
     * @param defectType of all regions in this picture; of no consequence for a good one
     * @throws IllegalArgumentException if a value of the map is NaN; the picture is not added then
     */
    public void add(AnomalyMap map, BinaryMask predicted, BinaryMask groundTruth, String defectType) {
        float[] values = map.resized(groundTruth.height(), groundTruth.width()).values();
        requireNumbers(values);
        if (tally instanceof ExactPixelTally exact && goodPixels + defectivePixels + values.length > mostExactPixels) {
            tally = new BinnedPixelTally(regions);
            exact.moveTo(tally);
        }
        ConnectedComponents components = ConnectedComponents.of(groundTruth);
        int[] areas = components.areas();
        int[] regionOfLabel = new int[areas.length];
        regionOfLabel[0] = PixelTally.GOOD;
        for (int label = 1; label < areas.length; label++) {
            regionOfLabel[label] = regions.add(defectType, areas[label]);
        }
        boolean[] called =
                predicted.resized(groundTruth.height(), groundTruth.width()).pixels();
        long anomalous = 0;
        long found = 0;
        int[] labels = components.labels();
        for (int i = 0; i < values.length; i++) {
            tally.add(PixelTally.key(values[i]), regionOfLabel[labels[i]]);
            if (called[i]) {
                anomalous++;
                found += labels[i] == 0 ? 0 : 1;
            }
        }
        goodPixels += areas[0];
        defectivePixels += values.length - areas[0];
        truePositives += found;
        falsePositives += anomalous - found;
        foundPixels.merge(defectType, found, Long::sum);
    }

    /**
     * The metrics of all pictures so far. Takes a few seconds for 50 million pixels.
     *
     * @param auProLimit false positive rate up to which AU-PRO is taken, above 0 and up to 1
     * @throws IllegalArgumentException if the limit is outside
     */
    public PixelMetrics metrics(double auProLimit) {
        if (!(auProLimit > 0 && auProLimit <= 1)) {
            throw new IllegalArgumentException(
                    "The limit of AU-PRO is a false positive rate above 0 and up to 1, usually 0.3; got %s"
                            .formatted(auProLimit));
        }
        PixelCurves curves = new PixelCurves(goodPixels, regions, auProLimit);
        tally.descend(curves);
        Confusion confusion = new Confusion(
                truePositives, falsePositives, defectivePixels - truePositives, goodPixels - falsePositives);
        return new PixelMetrics(
                curves.ranking.auroc(),
                curves.ranking.averagePrecision(),
                curves.ranking.f1Max(),
                curves.overlap.normalized(),
                auProLimit,
                confusion,
                tally instanceof BinnedPixelTally ? curves.errorOfMergedSteps() : 0,
                defectTypes(curves));
    }

    /** As {@link #metrics(double)} with {@link #DEFAULT_AU_PRO_LIMIT}. */
    public PixelMetrics metrics() {
        return metrics(DEFAULT_AU_PRO_LIMIT);
    }

    private List<PixelMetrics.DefectType> defectTypes(PixelCurves curves) {
        List<PixelMetrics.DefectType> types = new ArrayList<>();
        long[] regionCounts = regions.regionsByType();
        long[] pixelCounts = regions.pixelsByType();
        for (int type = 0; type < regions.typeCount(); type++) {
            String name = regions.typeName(type);
            types.add(new PixelMetrics.DefectType(
                    name,
                    (int) regionCounts[type],
                    curves.rocOfType[type].normalized(),
                    curves.overlapOfType[type].normalized(),
                    (double) foundPixels.getOrDefault(name, 0L) / pixelCounts[type]));
        }
        types.sort(Comparator.comparing(PixelMetrics.DefectType::name));
        return types;
    }

    private static void requireNumbers(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw new IllegalArgumentException(
                        "Pixel %d of the anomaly map is NaN, which has no place in a ranking".formatted(i));
            }
        }
    }
}
