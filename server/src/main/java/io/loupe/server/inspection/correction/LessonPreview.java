package io.loupe.server.inspection.correction;

import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import java.util.UUID;

/**
 * What would change if a model were told something.
 *
 * @param before what the picture gets now
 * @param after what it would get
 * @param thresholdBefore the failing score now
 * @param thresholdAfter the failing score there would be
 * @param escapes known defects that would pass, and do not now
 * @param flips pictures of the newest verdicts that would get another one
 * @param examined how many pictures were looked at in the time there is, defects first
 * @param of how many there are
 */
public record LessonPreview(
        Scored before,
        Scored after,
        double thresholdBefore,
        double thresholdAfter,
        List<Escape> escapes,
        List<Flip> flips,
        int examined,
        int of) {
    public LessonPreview {
        escapes = List.copyOf(escapes);
        flips = List.copyOf(flips);
    }

    /** A score and what it means. */
    public record Scored(double score, Verdict verdict) {}

    /** A known defect that would pass. */
    public record Escape(UUID image, String name, double scoreBefore, double scoreAfter) {}

    /** A verdict that would be another one. */
    public record Flip(HistoryRow row, Verdict after) {}
}
