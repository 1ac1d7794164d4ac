package io.loupe.server.search;

import io.loupe.index.Hits;
import io.loupe.index.Hits.Hit;
import io.loupe.index.Hits.Plan;
import io.loupe.index.TenantId;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import io.loupe.server.library.Image;
import io.loupe.server.library.Images;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.PerceptualHash;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds pictures by vectors: asks the index for candidates, more and more until enough of them pass, and orders them. */
@Component
final class VectorSearch {
    private static final int GROWTH = 4;

    private final PictureIndex index;
    private final Images images;

    VectorSearch(PictureIndex index, Images images) {
        this.index = index;
        this.images = images;
    }

    Found find(TenantId tenant, Targets.Sought sought, SearchOptions options, SearchCursor cursor) {
        int wanted = options.limit() + 1;
        int asked = Math.min(
                VectorQuery.LARGEST_LIMIT,
                (cursor.offset() + wanted + sought.itself().size()) * (options.phashGate() == null ? 1 : GROWTH));
        while (true) {
            Hits hits = index.search(
                    tenant,
                    new VectorQuery(
                            sought.vector(),
                            asked,
                            options.filter(),
                            options.exact() ? Accuracy.EXACT : Accuracy.AUTOMATIC));
            List<Hit> passing = passing(tenant, hits.hits(), sought, options, cursor);
            boolean all = hits.hits().size() < asked
                    || asked == VectorQuery.LARGEST_LIMIT
                    || hits.hits().getLast().cosineSimilarity() < options.scoreThreshold();
            if (passing.size() >= wanted || all) {
                return new Found(
                        passing.subList(0, Math.min(wanted, passing.size())),
                        hits.plan() == Plan.EXACT_SCAN,
                        hits.measured());
            }
            asked = Math.min(VectorQuery.LARGEST_LIMIT, GROWTH * asked);
        }
    }

    private List<Hit> passing(
            TenantId tenant, List<Hit> hits, Targets.Sought sought, SearchOptions options, SearchCursor cursor) {
        List<Hit> behind = hits.stream()
                .filter(hit -> hit.cosineSimilarity() >= options.scoreThreshold()
                        && cursor.isBefore(hit.cosineSimilarity(), hit.id())
                        && !sought.itself().contains(hit.id()))
                .toList();
        Integer gate = options.phashGate();
        return gate == null ? behind : gated(tenant, behind, hashOf(sought), gate);
    }

    private static PerceptualHash hashOf(Targets.Sought sought) {
        return sought.hash()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_REQUEST, "phash_gate needs one picture to compare with."));
    }

    private List<Hit> gated(TenantId tenant, List<Hit> hits, PerceptualHash hash, int gate) {
        Map<UUID, Image> rows = images.rows(tenant, hits.stream().map(Hit::id).toList());
        return hits.stream()
                .filter(hit -> passes(rows.get(hit.id()), hash, gate))
                .toList();
    }

    private static boolean passes(@Nullable Image image, PerceptualHash hash, int gate) {
        return image != null && image.hash().hammingDistance(hash) <= gate;
    }
}
