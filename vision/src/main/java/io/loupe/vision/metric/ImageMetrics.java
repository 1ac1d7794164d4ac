package io.loupe.vision.metric;

import java.util.List;

/**
 * How well the scores of pictures part good from defective.
 *
 * @param auroc area under the ROC curve, ties counting half; NaN unless there are both good and defective pictures, like
 *     the next two
 * @param averagePrecision area under the precision-recall curve, without interpolation
 * @param f1Max the highest F1 of any threshold: a figure to compare methods by, not one that a line will see
 * @param atThreshold what the threshold of the model does
 * @param rocCurve from (0, 0), whose score is infinite, to (1, 1); empty where {@code auroc} is NaN
 * @param defectTypes sorted by name
 */
public record ImageMetrics(
        double auroc,
        double averagePrecision,
        double f1Max,
        Confusion atThreshold,
        List<RocPoint> rocCurve,
        List<DefectType> defectTypes) {
    /**
     * The pictures of one defect type against all good pictures.
     *
     * @param pictures how many show this type
     * @param rejected how many of them score above the threshold
     * @param auroc NaN without good pictures
     */
    public record DefectType(String name, int pictures, int rejected, double auroc) {}

    public ImageMetrics {
        rocCurve = List.copyOf(rocCurve);
        defectTypes = List.copyOf(defectTypes);
    }
}
