package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.index.TenantId;
import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.ProjectImage;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageViews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a project as answers show it.
 *
 * @param name of the file that it came as to this project
 * @param hasMask whether it is known where its defect is
 * @param maskUrl opens that as a picture of the same size, white where the defect is, for some hours; null if it is not known
 * @param previewUrl opens a small version for some hours
 * @param originalUrl opens the picture as it came, for some hours
 */
record ProjectImageView(
        @JsonProperty("image_id") ImageId imageId,
        String name,
        Label label,
        @JsonProperty("defect_type") String defectType,
        @JsonProperty("has_mask") boolean hasMask,
        int width,
        int height,
        @JsonProperty("added_at") Instant addedAt,
        @JsonProperty("preview_url") String previewUrl,
        @JsonProperty("original_url") String originalUrl,
        @JsonProperty("mask_url") @Nullable String maskUrl) {
    static ProjectImageView of(TenantId tenant, ProjectImage image, Image row, ImageViews views) {
        return new ProjectImageView(
                new ImageId(image.image()),
                image.name(),
                image.labelling().label(),
                image.labelling().defectType(),
                image.mask().isPresent(),
                row.width(),
                row.height(),
                image.addedAt(),
                views.previewUrl(tenant, row),
                views.originalUrl(tenant, row),
                image.mask().map(mask -> views.pngUrl(tenant, mask)).orElse(null));
    }
}
