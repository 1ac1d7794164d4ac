package io.loupe.server.library;

import io.loupe.server.models.FoundObject;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.quality.PictureQuality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture as its row says.
 *
 * @param sha256 of its bytes, under which the object store has them
 * @param thumbnailSha256 of a small version, which the object store has too
 * @param name of the file that it came as
 * @param format of its bytes, in lower case: {@code jpeg}, {@code png}, ...
 * @param width in pixels, as it is looked at, after turning
 * @param modelVersion with {@code modelName}, what its vector was made by
 * @param owner the person who brought it; empty for a program
 * @param trashedAt when it was thrown away; empty for a live one
 */
public record Image(
        UUID id,
        String sha256,
        String thumbnailSha256,
        String name,
        long bytes,
        String format,
        int width,
        int height,
        PerceptualHash hash,
        PictureQuality quality,
        List<FoundObject> objects,
        Source source,
        List<String> tags,
        Map<String, String> metadata,
        Optional<UUID> owner,
        String modelName,
        String modelVersion,
        Optional<Instant> capturedAt,
        Instant createdAt,
        Optional<Instant> trashedAt) {
    public Image {
        objects = List.copyOf(objects);
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }
}
