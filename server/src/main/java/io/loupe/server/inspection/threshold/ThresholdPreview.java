package io.loupe.server.inspection.threshold;

import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What another threshold would change.
 *
 * @param heldOut where the good pictures would lie
 * @param defects where the labelled defects would lie
 * @param examined how many of the newest verdicts of this version were looked at
 * @param flips those of them that would be another one, by what they would be, the newest first
 */
public record ThresholdPreview(
        Threshold threshold, Bands heldOut, Bands defects, int examined, Map<Verdict, List<HistoryRow>> flips) {
    /** How many scores lie where. */
    public record Bands(long pass, long warn, long fail) {
        static Bands of(DoubleStream scores, Threshold threshold) {
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            scores.forEach(score -> counts.merge(threshold.verdictOf(score), 1L, Long::sum));
            return new Bands(
                    counts.getOrDefault(Verdict.PASS, 0L),
                    counts.getOrDefault(Verdict.WARN, 0L),
                    counts.getOrDefault(Verdict.FAIL, 0L));
        }
    }

    /** What so many good parts can support, in a sentence. */
    public String supported() {
        return "With %,d good parts you can claim that at most %.1f %% of good parts fail, with 95 %% confidence."
                .formatted(
                        threshold.failPromise().goodPictures(),
                        100 * threshold.failPromise().upperLimit());
    }
}
