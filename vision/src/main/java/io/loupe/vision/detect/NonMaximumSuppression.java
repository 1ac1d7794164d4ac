package io.loupe.vision.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves one box for each object. A detector answers for every place of a picture, so it finds the same object many times;
 * going from the best score down, a box stays when none that stays and has its label overlaps it by more than a limit
 * [1]. Labels do not compete: a rider does not hide the horse.
 *
 * <p>[1] R. Girshick, J. Donahue, T. Darrell, J. Malik, Rich feature hierarchies for accurate object detection and semantic
 * segmentation, CVPR 2014, section 2.2, https://arxiv.org/abs/1311.2524
 */
public final class NonMaximumSuppression {
    private NonMaximumSuppression() {}

    /**
     * The detections that stay, best score first; of equal scores the earlier one counts as better. Cost O(n log n + n k)
     * for n detections of which at most k stay for one label.
     *
     * @param maxOverlap the greatest intersection over union that two boxes of one label may have, 0..1
     */
    public static List<Detection> keepBest(List<Detection> detections, double maxOverlap) {
        Map<String, List<BoundingBox>> keptOfLabel = new HashMap<>();
        List<Detection> kept = new ArrayList<>();
        for (Detection detection : bestFirst(detections)) {
            List<BoundingBox> rivals = keptOfLabel.computeIfAbsent(detection.label(), _ -> new ArrayList<>());
            if (rivals.stream().allMatch(rival -> rival.intersectionOverUnion(detection.box()) <= maxOverlap)) {
                rivals.add(detection.box());
                kept.add(detection);
            }
        }
        return kept;
    }

    private static List<Detection> bestFirst(List<Detection> detections) {
        return detections.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
    }
}
