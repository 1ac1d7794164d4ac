package io.loupe.vision.metric;

import java.util.List;

/**
 * How well anomaly maps part good pixels from defective ones, over all pixels of all pictures.
 *
 * @param auroc area under the ROC curve, ties counting half; NaN unless there are both good and defective pixels, like
 *     the next three
 * @param averagePrecision area under the precision-recall curve, without interpolation
 * @param f1Max the highest F1 of any threshold
 * @param auPro area under the per-region overlap up to a false positive rate of {@code auProLimit}, divided by that limit
 * @param auProLimit above 0, up to 1
 * @param atThreshold what the pixel threshold of the model does; its {@code f1} is Dice
 * @param errorBound none of the four is further off than this because scores were binned; 0 where all are exact,
 *     NaN where they are
 * @param defectTypes sorted by name
 */
public record PixelMetrics(
        double auroc,
        double averagePrecision,
        double f1Max,
        double auPro,
        double auProLimit,
        Confusion atThreshold,
        double errorBound,
        List<DefectType> defectTypes) {
    /**
     * The pixels of one defect type against the good pixels of all pictures.
     *
     * @param regions how many connected regions there are of this type
     * @param recall share of the pixels of this type above the pixel threshold
     */
    public record DefectType(String name, int regions, double auroc, double auPro, double recall) {}

    public PixelMetrics {
        defectTypes = List.copyOf(defectTypes);
    }
}
