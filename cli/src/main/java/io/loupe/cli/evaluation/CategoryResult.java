package io.loupe.cli.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of {@code loupe evaluate} for one category. Metrics that cannot be computed (no defects, no masks) are null.
 *
 * @param aupro area under the per-region overlap up to a false positive rate of 0.3
 * @param averagePrecision of pictures
 * @param f1 of pictures, the highest of any threshold
 * @param iou of the pixels in the model's own regions, like the next three
 * @param dice the same as F1 of pixels
 * @param threshold the score above which the verdict is FAIL
 * @param promisedFalseRejectRate share of good parts that may FAIL at most
 * @param measuredFalseRejectRate share of the good test pictures that did
 * @param millisecondsPerImage median from file to verdict
 * @param milliseconds medians of its parts
 * @param peakMemoryMb highest resident size of this process so far
 * @param chosen what the training chose by itself
 * @param skipped one sentence for each picture or mask that could not be used
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CategoryResult(
        String category,
        String method,
        String encoder,
        List<String> taps,
        int size,
        long seed,
        @Nullable Double imageAuroc,
        @Nullable Double pixelAuroc,
        @Nullable Double aupro,
        @Nullable Double averagePrecision,
        @Nullable Double f1,
        @Nullable Double iou,
        @Nullable Double dice,
        @Nullable Double precision,
        @Nullable Double recall,
        double threshold,
        double promisedFalseRejectRate,
        @Nullable Double measuredFalseRejectRate,
        int trainImages,
        int testImages,
        double trainSeconds,
        @Nullable Double millisecondsPerImage,
        Milliseconds milliseconds,
        @Nullable Long peakMemoryMb,
        Map<String, Object> chosen,
        Map<String, DefectResult> perDefect,
        Counts pictures,
        Counts pixels,
        List<String> skipped) {

    /** Medians over the test pictures, in milliseconds. */
    public record Milliseconds(
            @Nullable Double decode,
            @Nullable Double encode,
            @Nullable Double nearest,
            @Nullable Double rest) {}

    /** What became of one kind of defect. */
    public record DefectResult(
            int images,
            int rejected,
            @Nullable Double imageAuroc,
            @Nullable Double pixelAuroc,
            @Nullable Double aupro) {}

    /** A confusion matrix at the model's own threshold, and what follows from it. */
    public record Counts(
            long truePositives,
            long falsePositives,
            long falseNegatives,
            long trueNegatives,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1) {}
}
