package io.loupe.server.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.models.FoundObject;
import io.loupe.vision.quality.PictureQuality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture as answers show it.
 *
 * @param phash 16 hexadecimal digits
 * @param previewUrl opens a small version for some hours
 * @param originalUrl opens the picture as it came, for some hours
 */
public record ImageView(
        @JsonProperty("image_id") ImageId imageId,
        String name,
        String sha256,
        String phash,
        int width,
        int height,
        long bytes,
        String format,
        Source source,
        List<String> tags,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("captured_at") @Nullable Instant capturedAt,
        @JsonProperty("model_name") String modelName,
        @JsonProperty("model_version") String modelVersion,
        @JsonProperty("quality_score") double qualityScore,
        PictureQuality quality,
        List<FoundObject> objects,
        @JsonProperty("owner_user_id") @Nullable UUID ownerUserId,
        Map<String, String> metadata,
        @JsonProperty("trashed_at") @Nullable Instant trashedAt,
        @JsonProperty("preview_url") String previewUrl,
        @JsonProperty("original_url") String originalUrl) {}
