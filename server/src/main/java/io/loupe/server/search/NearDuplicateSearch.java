package io.loupe.server.search;

import io.loupe.index.PayloadFilter;
import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import io.loupe.server.library.DuplicateFinder;
import io.loupe.vision.image.PerceptualHash;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the near copies of a picture in the index. */
@Component
final class NearDuplicateSearch implements DuplicateFinder {
    private final PictureIndex index;

    NearDuplicateSearch(PictureIndex index) {
        this.index = index;
    }

    @Override
    public List<NearDuplicate> near(TenantId tenant, UUID image, UnitVector vector, PerceptualHash hash) {
        double least = index.model().nearDuplicateCosine();
        VectorQuery query = new VectorQuery(vector, LIMIT + 1, PayloadFilter.EVERYTHING, Accuracy.AUTOMATIC);
        return index.search(tenant, query).hits().stream()
                .filter(hit -> hit.cosineSimilarity() >= least && !hit.id().equals(image))
                .limit(LIMIT)
                .map(hit -> new NearDuplicate(hit.id(), hit.cosineSimilarity()))
                .toList();
    }
}
