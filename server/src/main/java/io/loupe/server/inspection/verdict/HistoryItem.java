package io.loupe.server.inspection.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.verdict.Details.Timings;
import io.loupe.server.library.ImageId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verdict of the history as callers see it.
 *
 * @param threshold a picture scoring above this is FAIL
 * @param warnThreshold a picture scoring above this is at least WARN
 * @param scoreRatio the score in multiples of the failing one; null where that is not above 0
 * @param pValue the share of good parts that score at least as high, as far as the held-out ones can tell
 * @param anomalousShare how much of the picture, 0..1, is anomalous
 * @param pictureUrl opens the picture as it came, for some hours; so do the others
 * @param previewUrl the same picture, small, for lists
 * @param modelVersion the label of the version that judged, 1.2
 * @param hash of all that is kept of this verdict and the hash of the one before
 */
public record HistoryItem(
        long sequence,
        Instant at,
        String filename,
        Verdict verdict,
        double score,
        double threshold,
        @JsonProperty("warn_threshold") double warnThreshold,
        @JsonProperty("score_ratio") @Nullable Double scoreRatio,
        @JsonProperty("p_value") double pValue,
        @JsonProperty("anomalous_share") double anomalousShare,
        int width,
        int height,
        @JsonProperty("picture_url") String pictureUrl,
        @JsonProperty("preview_url") String previewUrl,
        @JsonProperty("heatmap_url") String heatmapUrl,
        @JsonProperty("overlay_url") String overlayUrl,
        @JsonProperty("mask_url") String maskUrl,
        List<RegionView> regions,
        @JsonProperty("model_version") String modelVersion,
        @JsonProperty("version_id") UUID versionId,
        @JsonProperty("threshold_revision") int thresholdRevision,
        Timings timings,
        Operator operator,
        @JsonProperty("job_id") @Nullable UUID jobId,
        @JsonProperty("picture_sha256") ObjectKey picture,
        @JsonProperty("previous_hash") String previousHash,
        String hash) {

    /**
     * An anomalous place, worst first.
     *
     * @param box in pixels of the upright picture
     * @param area in pixels
     * @param score the highest value of its map
     * @param nearest what should have been there, nearest first
     */
    public record RegionView(
            Box box, int area, @JsonProperty("area_share") double areaShare, double score, List<NearestView> nearest) {}

    /**
     * A patch of a good picture.
     *
     * @param imageId of the picture; null if it is not known here
     * @param box in pixels of it
     * @param pictureUrl opens the whole picture; null if the library does not have it
     */
    public record NearestView(
            @JsonProperty("image_id") @Nullable ImageId imageId,
            String name,
            Box box,
            @JsonProperty("picture_url") @Nullable String pictureUrl) {}
}
