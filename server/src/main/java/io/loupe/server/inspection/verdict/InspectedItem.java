package io.loupe.server.inspection.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.verdict.Details.Timings;
import io.loupe.server.inspection.verdict.HistoryItem.RegionView;
import io.loupe.server.models.PictureProblem;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file: a verdict as {@link HistoryItem} has it, or an error, everything else being null.
 *
 * @param sequence of the verdict in the history
 */
public record InspectedItem(
        String filename,
        @Nullable Long sequence,
        @Nullable Verdict verdict,
        @Nullable Double score,
        @Nullable Double threshold,
        @JsonProperty("warn_threshold") @Nullable Double warnThreshold,
        @JsonProperty("score_ratio") @Nullable Double scoreRatio,
        @JsonProperty("p_value") @Nullable Double pValue,
        @JsonProperty("anomalous_share") @Nullable Double anomalousShare,
        @Nullable Integer width,
        @Nullable Integer height,
        @JsonProperty("picture_url") @Nullable String pictureUrl,
        @JsonProperty("preview_url") @Nullable String previewUrl,
        @JsonProperty("heatmap_url") @Nullable String heatmapUrl,
        @JsonProperty("overlay_url") @Nullable String overlayUrl,
        @JsonProperty("mask_url") @Nullable String maskUrl,
        @Nullable List<RegionView> regions,
        @JsonProperty("model_version") @Nullable String modelVersion,
        @JsonProperty("version_id") @Nullable UUID versionId,
        @JsonProperty("threshold_revision") @Nullable Integer thresholdRevision,
        @Nullable Timings timings,
        @Nullable PictureProblem error) {

    static InspectedItem of(HistoryItem kept) {
        return new InspectedItem(
                kept.filename(),
                kept.sequence(),
                kept.verdict(),
                kept.score(),
                kept.threshold(),
                kept.warnThreshold(),
                kept.scoreRatio(),
                kept.pValue(),
                kept.anomalousShare(),
                kept.width(),
                kept.height(),
                kept.pictureUrl(),
                kept.previewUrl(),
                kept.heatmapUrl(),
                kept.overlayUrl(),
                kept.maskUrl(),
                kept.regions(),
                kept.modelVersion(),
                kept.versionId(),
                kept.thresholdRevision(),
                kept.timings(),
                null);
    }

    static InspectedItem refused(String filename, PictureProblem error) {
        return new InspectedItem(
                filename, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, error);
    }
}
