package io.loupe.report;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link HtmlReport} shows. Paths are relative to the page, with forward slashes; names may hold anything.
 *
 * @param title what was inspected, as the heading
 * @param made when and by what, as a line below the heading
 * @param model how the verdicts were made
 * @param evaluation how good they are; null where no ground truth is known
 * @param plots shown beside each other
 * @param pictures in any order; the page sorts them by score
 */
public record Report(
        String title,
        String made,
        ModelFacts model,
        @Nullable Evaluation evaluation,
        List<Plot> plots,
        List<Picture> pictures) {
    public Report {
        plots = List.copyOf(plots);
        pictures = List.copyOf(pictures);
    }

    /**
     * How the verdicts were made.
     *
     * @param goodPictures how many pictures the model learned from
     * @param smallestDefect that is found reliably, in words; empty where nobody looked
     */
    public record ModelFacts(
            String method,
            String encoder,
            List<String> taps,
            InputSize inputSize,
            long seed,
            int goodPictures,
            Threshold threshold,
            HeatScale scale,
            String smallestDefect) {
        public ModelFacts {
            taps = List.copyOf(taps);
        }
    }

    /**
     * How good the verdicts are. Every rate and area is 0..1; NaN where it cannot be measured, for want of masks or of
     * one of the two kinds of pictures.
     *
     * @param falseRejectRate share of the good test pictures that FAIL
     * @param goodTestPictures how many there are
     * @param millisecondsPerPicture median, from file to verdict
     */
    public record Evaluation(
            double imageAuroc,
            double pixelAuroc,
            double auPro,
            double f1,
            double falseRejectRate,
            int goodTestPictures,
            double millisecondsPerPicture,
            List<Defect> defects) {
        public Evaluation {
            defects = List.copyOf(defects);
        }
    }

    /**
     * How one kind of defect is found.
     *
     * @param imageAuroc of its pictures against the good ones; NaN without good ones
     * @param auPro of its masks; NaN without masks
     */
    public record Defect(String kind, int pictures, int failed, int warned, double imageAuroc, double auPro) {}

    /** A plot. {@code description} is for people who do not see it. */
    public record Plot(String path, String description) {}

    /** What is known of a part without Loupe. */
    public enum Truth {
        GOOD,
        DEFECTIVE,
        UNKNOWN
    }

    /**
     * One inspected picture.
     *
     * @param name as the user knows it, usually the file
     * @param path of the picture to show, as {@link ResultPicture} makes it
     * @param kind the folder it came from, such as good or scratch; empty where there is none
     * @param anomalousShare how much of the picture, 0..1, lies in regions
     */
    public record Picture(
            String name,
            String path,
            Truth truth,
            String kind,
            Verdict verdict,
            double score,
            double anomalousShare,
            List<Region> regions) {
        public Picture {
            regions = List.copyOf(regions);
        }

        /** A good part that fails, or a defective one that passes. WARN asks for a second look and is never wrong. */
        boolean isWrong() {
            return (truth == Truth.GOOD && verdict == Verdict.FAIL)
                    || (truth == Truth.DEFECTIVE && verdict == Verdict.PASS);
        }
    }

    /**
     * One anomalous region of a picture.
     *
     * @param areaShare of the picture, 0..1
     * @param cropPath a picture of it; null for none
     * @param nearest the normal patches that looked most like it, nearest first
     */
    public record Region(
            Box box,
            int areaPixels,
            double areaShare,
            double peakScore,
            @Nullable String cropPath,
            List<Nearest> nearest) {
        public Region {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * A normal patch.
     *
     * @param picture name of the good picture it was seen in
     * @param box its place there
     * @param cropPath a picture of it; null for none
     */
    public record Nearest(String picture, Box box, @Nullable String cropPath) {}
}
