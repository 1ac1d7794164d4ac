package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.vision.image.PerceptualHash;
import java.util.List;
import java.util.UUID;

/** What {@code library} asks of whoever can search: which pictures a new one is a copy of. */
public interface DuplicateFinder {
    /** The most that are looked for. */
    int LIMIT = 10;

    /**
     * A picture that looks nearly the same.
     *
     * @param score cosine similarity, -1..1
     */
    record NearDuplicate(UUID image, double score) {}

    /**
     * The near copies of a picture among those that are not in the trash, nearest first, without itself: those whose vector
     * is as near as {@link io.loupe.server.models.EmbeddingModel#nearDuplicateCosine}.
     *
     * @param image the picture itself, which may be stored already
     */
    List<NearDuplicate> near(TenantId tenant, UUID image, UnitVector vector, PerceptualHash hash);
}
