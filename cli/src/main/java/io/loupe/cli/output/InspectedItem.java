package io.loupe.cli.output;

import io.loupe.vision.Finding;
import io.loupe.vision.Inspection;
import io.loupe.vision.NearestNormal;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One inspected picture in the JSON of {@code loupe inspect}: a result, or an error.
 *
 * @param file as it was named on the command line
 * @param threshold the score above which the verdict is FAIL
 * @param scoreRatio score / threshold
 * @param anomalousShare how much of the picture, 0..1, lies in regions
 * @param milliseconds decoding included
 */
public record InspectedItem(
        String file,
        @Nullable Verdict verdict,
        @Nullable Double score,
        @Nullable Double threshold,
        @Nullable Double scoreRatio,
        @Nullable Double anomalousShare,
        List<RegionItem> regions,
        @Nullable Double milliseconds,
        @Nullable String error) {
    public InspectedItem {
        regions = List.copyOf(regions);
    }

    /**
     * An anomalous region.
     *
     * @param box left, top, width, height in pixels of the picture
     * @param area in pixels
     * @param areaShare of the picture, 0..1
     * @param score the highest value of the anomaly map in it
     */
    public record RegionItem(List<Integer> box, int area, double areaShare, double score, List<NearestItem> nearest) {
        public RegionItem {
            box = List.copyOf(box);
            nearest = List.copyOf(nearest);
        }

        static RegionItem of(Finding finding) {
            return new RegionItem(
                    listOf(finding.region().box()),
                    finding.region().areaPixels(),
                    finding.region().areaShare(),
                    finding.region().peakScore(),
                    finding.nearest().stream().map(NearestItem::of).toList());
        }
    }

    /** The good picture and place that the region was compared with. */
    public record NearestItem(String image, List<Integer> box) {
        public NearestItem {
            box = List.copyOf(box);
        }

        static NearestItem of(NearestNormal nearest) {
            return new NearestItem(nearest.image(), listOf(nearest.box()));
        }
    }

    /** The item of a picture that was inspected. */
    public static InspectedItem of(Path file, Inspection inspection, long decodeNanos) {
        return new InspectedItem(
                file.toString(),
                inspection.verdict(),
                inspection.score(),
                inspection.threshold().failScore(),
                inspection.scoreRatio(),
                inspection.anomalousShare(),
                inspection.findings().stream().map(RegionItem::of).toList(),
                (decodeNanos + inspection.times().total().toNanos()) / 1e6,
                null);
    }

    /** The item of a picture that could not be read. */
    public static InspectedItem failed(Path file, String error) {
        return new InspectedItem(file.toString(), null, null, null, null, null, List.of(), null, error);
    }

    private static List<Integer> listOf(Box box) {
        return List.of(box.x(), box.y(), box.width(), box.height());
    }
}
