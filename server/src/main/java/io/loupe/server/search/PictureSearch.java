package io.loupe.server.search;

import io.loupe.index.Hits.Hit;
import io.loupe.index.TenantId;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageView;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.search.SearchAnswer.Explanation;
import io.loupe.server.search.SearchAnswer.Mode;
import io.loupe.server.search.SearchAnswer.SearchHit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Searches: from what is looked for to hits with their pictures. */
@Service
public class PictureSearch {
    private final Targets targets;
    private final VectorSearch vectors;
    private final WordSearch words;
    private final Images images;
    private final ImageViews views;

    PictureSearch(Targets targets, VectorSearch vectors, WordSearch words, Images images, ImageViews views) {
        this.targets = targets;
        this.vectors = vectors;
        this.words = words;
        this.images = images;
        this.views = views;
    }

    /**
     * The pictures that are most like what is looked for, best first; among equal ones the smaller id first.
     *
     * @throws ProblemException if the search cannot be made as it was asked for
     */
    public SearchAnswer search(TenantId tenant, Target target, SearchOptions options) {
        Stages stages = new Stages();
        int fingerprint = options.fingerprint(target);
        SearchCursor cursor = SearchCursor.of(options.cursor(), fingerprint);
        Found found = switch (target) {
            case Target.Text text -> {
                if (options.phashGate() != null) {
                    throw new ProblemException(
                            ProblemCode.INVALID_REQUEST,
                            "phash_gate compares pictures; leave it out of a search by text.");
                }
                yield stages.time("search", () -> words.find(tenant, text, options, cursor));
            }
            case Target.Sent sent ->
                byVector(tenant, stages.time("embed", () -> targets.sent(sent)), options, cursor, stages);
            case Target.Stored stored ->
                byVector(
                        tenant,
                        stages.time("embed", () -> targets.stored(tenant, stored, options.phashGate() != null)),
                        options,
                        cursor,
                        stages);
            case Target.Examples examples ->
                byVector(
                        tenant,
                        stages.time("embed", () -> targets.examples(tenant, examples)),
                        options,
                        cursor,
                        stages);
        };
        List<Hit> page =
                found.hits().subList(0, Math.min(options.limit(), found.hits().size()));
        List<SearchHit> hits = stages.time("payload", () -> withPictures(tenant, page));
        return new SearchAnswer(
                hits,
                page.size() == found.hits().size() ? null : next(cursor, page).toText(fingerprint),
                target instanceof Target.Text ? Mode.LEXICAL : Mode.VECTOR,
                options.explain() ? explanation(found, stages) : null);
    }

    private Found byVector(
            TenantId tenant, Targets.Sought sought, SearchOptions options, SearchCursor cursor, Stages stages) {
        return stages.time("search", () -> vectors.find(tenant, sought, options, cursor));
    }

    private static SearchCursor next(SearchCursor cursor, List<Hit> page) {
        Hit last = page.getLast();
        return new SearchCursor(cursor.offset() + page.size(), last.cosineSimilarity(), last.id());
    }

    private static Explanation explanation(Found found, Stages stages) {
        return new Explanation(found.exact() ? "exact" : "graph", found.candidates(), stages.milliseconds());
    }

    /** All pictures by one query; one that was thrown away since is left out. */
    private List<SearchHit> withPictures(TenantId tenant, List<Hit> hits) {
        Map<UUID, Image> rows = images.rows(tenant, hits.stream().map(Hit::id).toList());
        return hits.stream()
                .flatMap(hit -> hit(tenant, hit, rows.get(hit.id())).stream())
                .toList();
    }

    private Optional<SearchHit> hit(TenantId tenant, Hit hit, @Nullable Image image) {
        if (image == null || image.trashedAt().isPresent()) {
            return Optional.empty();
        }
        ImageView view = views.of(tenant, image);
        return Optional.of(new SearchHit(new ImageId(hit.id()), hit.cosineSimilarity(), view, view.previewUrl()));
    }
}
