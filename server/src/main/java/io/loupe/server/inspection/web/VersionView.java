package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.version.BlindSpotSizes;
import io.loupe.server.inspection.version.MethodFacts;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.VersionFacts;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.vision.threshold.Threshold;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as answers show it.
 *
 * @param label as people call it: 1.2
 * @param createdBy the address of the person; null for a program
 * @param active whether it is the one that judges now
 * @param size side of the square, in pixels, that pictures are squeezed to
 * @param bytes of the model file
 * @param goodImages that it learned from
 * @param remark how the method was fitted, in a sentence; may be empty
 * @param metrics what it says of the defects that were labelled when it was trained; null if there were none
 * @param blindSpots how small a painted defect may be and still be found; null where nobody looked
 */
record VersionView(
        @JsonProperty("version_id") UUID versionId,
        String label,
        int major,
        int minor,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") @Nullable String createdBy,
        boolean active,
        String method,
        String encoder,
        List<String> taps,
        int size,
        long bytes,
        @JsonProperty("good_images") int goodImages,
        @JsonProperty("job_id") @Nullable UUID jobId,
        @JsonProperty("parent_version_id") @Nullable UUID parentVersionId,
        ModelVersion.Change change,
        SettingsView settings,
        String remark,
        PromiseView promise,
        ThresholdView threshold,
        VersionTest.@Nullable Metrics metrics,
        @JsonProperty("blind_spots") @Nullable BlindSpotSizes blindSpots) {

    /**
     * What was chosen when it was trained.
     *
     * @param coreset share of all normal patches that is kept; null for what the method's authors keep, or a number of rows
     * @param bank number of normal patches that are kept; null for what the method's authors keep, or a share
     */
    record SettingsView(
            long seed,
            @JsonProperty("max_false_reject") double maxFalseReject,
            @Nullable Double coreset,
            @Nullable Integer bank,
            int neighbours,
            boolean reweighting,
            boolean rotations,
            @JsonProperty("foreground_mask") boolean foregroundMask) {
        private static SettingsView of(VersionFacts facts) {
            MethodFacts method = facts.methodFacts();
            return new SettingsView(
                    facts.seed(),
                    facts.maxFalseReject(),
                    method.coreset(),
                    method.bank(),
                    method.neighbours(),
                    method.reweighting(),
                    method.rotations(),
                    method.foregroundMask());
        }
    }

    static VersionView of(ModelVersion version) {
        VersionFacts facts = version.facts();
        Threshold threshold = version.threshold();
        return new VersionView(
                version.id(),
                version.label(),
                version.major(),
                version.minor(),
                version.createdAt(),
                version.createdBy().orElse(null),
                version.active(),
                facts.method(),
                facts.encoder(),
                facts.taps(),
                facts.height(),
                version.bytes(),
                facts.goodImages(),
                version.job().orElse(null),
                version.parent().orElse(null),
                version.change(),
                SettingsView.of(facts),
                facts.remark(),
                PromiseView.of(threshold),
                ThresholdView.of(version),
                version.metrics().orElse(null),
                facts.blindSpots());
    }
}
