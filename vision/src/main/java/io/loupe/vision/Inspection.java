package io.loupe.vision;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Regions;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.List;

/**
 * What a detector says of one picture.
 *
 * @param verdict PASS, WARN or FAIL, by the score and the threshold
 * @param score of the whole picture, higher = more anomalous, never clamped
 * @param threshold the scores that part the verdicts
 * @param patchScores of the method's grid, from which {@link io.loupe.vision.map.AnomalyMaps} makes the map: a small thing
 *     to keep where the map is a large one
 * @param map where it is anomalous, at the encoder's input size
 * @param regions the anomalous regions on the map, worst first; a verdict other than PASS has at least one, the
 *     surroundings of the highest value where no pixel is above the pixel threshold
 * @param findings the same regions in the same order, in pixels of the picture, with what they were compared with
 * @param times how long each stage took
 */
public record Inspection(
        Verdict verdict,
        double score,
        Threshold threshold,
        PatchScores patchScores,
        AnomalyMap map,
        Regions regions,
        List<Finding> findings,
        StageTimes times) {
    public Inspection {
        findings = List.copyOf(findings);
    }

    /** The anomalous pixels, at the size of the map; {@link BinaryMask#resized} brings them to that of the picture. */
    public BinaryMask mask() {
        return regions.predictedMask();
    }

    /** How much of the picture, 0..1, is anomalous. */
    public double anomalousShare() {
        return findings.stream()
                .mapToDouble(finding -> finding.region().areaShare())
                .sum();
    }

    /** The score in multiples of the failing score: above 1 is FAIL. */
    public double scoreRatio() {
        return score / threshold.failScore();
    }
}
