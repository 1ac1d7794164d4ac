package io.loupe.server.inspection.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product that is inspected: its good pictures, its models, its verdicts.
 *
 * @param goodImages pictures that a training learns from
 * @param defectImages pictures that a model is tested with
 * @param activeVersion what judges now; null before the first training
 * @param trainingJobId the training that waits or runs; null if none does
 * @param previewUrls open small versions of the first good pictures for some hours
 */
public record Project(
        @JsonProperty("project_id") UUID id,
        String name,
        String description,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("good_images") long goodImages,
        @JsonProperty("defect_images") long defectImages,
        @JsonProperty("active_version") @Nullable ActiveVersion activeVersion,
        @JsonProperty("training_job_id") @Nullable UUID trainingJobId,
        @JsonProperty("preview_urls") List<String> previewUrls) {
    /**
     * The version that judges now.
     *
     * @param label as people call it: 1.2
     */
    public record ActiveVersion(@JsonProperty("version_id") UUID id, String label) {}
}
