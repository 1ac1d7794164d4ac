package io.loupe.server.library;

import io.loupe.index.PayloadFilter;
import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.server.library.filter.FilterSql;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures of a tenant, to be read: as lists want them, and as an index that follows their changes does. */
@Repository
public class Images {
    private final TenantTransactions transactions;
    private final ImageRows rows;

    /** A tag and how many pictures that are not in the trash have it. */
    public record TagCount(String tag, long count) {}

    /**
     * How much a tenant has.
     *
     * @param pictures that are not in the trash
     * @param bytes of all originals, those in the trash too
     */
    public record Totals(long pictures, long trashed, long bytes) {}

    Images(TenantTransactions transactions, ImageRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * One picture, in the trash or not.
     *
     * @throws ProblemException if this tenant has no such picture
     */
    public Image get(TenantId tenant, UUID id) {
        return Optional.ofNullable(rows(tenant, List.of(id)).get(id))
                .orElseThrow(() -> ProblemException.notFound("picture", new ImageId(id)));
    }

    /** These pictures by their ids, in the trash or not; those that there are not are missing. */
    public Map<UUID, Image> rows(TenantId tenant, Collection<UUID> ids) {
        Map<UUID, Image> images = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return images;
        }
        transactions
                .in(
                        tenant,
                        jdbc -> jdbc.sql("SELECT " + ImageRows.COLUMNS + " FROM image WHERE id = ANY (?)")
                                .param(ids.toArray(UUID[]::new))
                                .query(rows::image)
                                .list())
                .forEach(image -> images.put(image.id(), image));
        return images;
    }

    /** A part of a list; its cursor goes on behind the last picture. */
    public Page<Image> list(TenantId tenant, ImageQuery query) {
        FilterSql filter = FilterSql.of(query.filter());
        List<Object> parameters = new ArrayList<>(filter.parameters());
        String behind = "";
        if (query.cursor().place().isPresent()) {
            ImageCursor.Place place = query.cursor().place().get();
            behind = " AND " + query.sort().behind();
            parameters.addAll(List.of(place.value(), place.image()));
        }
        String sql = "SELECT %s FROM image WHERE trashed_at IS %s AND (%s)%s %s LIMIT ?"
                .formatted(
                        ImageRows.COLUMNS,
                        query.trashed() ? "NOT NULL" : "NULL",
                        filter.condition(),
                        behind,
                        query.sort().orderBy());
        parameters.add(query.limit() + 1);
        return Page.of(
                transactions.in(
                        tenant,
                        jdbc -> jdbc.sql(sql)
                                .params(parameters)
                                .query(rows::image)
                                .list()),
                query.limit(),
                last -> query.cursor().behind(last, query.sort()));
    }

    /** How many pictures that are not in the trash pass a filter. */
    public long count(TenantId tenant, PayloadFilter filter) {
        FilterSql sql = FilterSql.of(filter);
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT count(*) FROM image WHERE trashed_at IS NULL AND (" + sql.condition() + ")")
                        .params(sql.parameters())
                        .query(Long.class)
                        .single());
    }

    /** The tags in use that begin so, the most frequent first. */
    public List<TagCount> tags(TenantId tenant, String prefix, int limit) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT tag, count(*) AS count FROM image, unnest(tags) AS tag"
                                + " WHERE trashed_at IS NULL AND starts_with(tag, ?)"
                                + " GROUP BY tag ORDER BY count DESC, tag COLLATE \"C\" LIMIT ?")
                        .params(prefix, limit)
                        .query((row, _) -> new TagCount(row.getString("tag"), row.getLong("count")))
                        .list());
    }

    /** How much there is. */
    public Totals totals(TenantId tenant) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT count(*) FILTER (WHERE trashed_at IS NULL) AS pictures, count(trashed_at) AS"
                                + " trashed, coalesce(sum(bytes), 0) AS bytes FROM image")
                        .query((row, _) ->
                                new Totals(row.getLong("pictures"), row.getLong("trashed"), row.getLong("bytes")))
                        .single());
    }

    /** The number of the last change; 0 before the first. */
    public long lastSequence(TenantId tenant) {
        return transactions.in(tenant, Images::lastSequence);
    }

    private static long lastSequence(JdbcClient jdbc) {
        return jdbc.sql("SELECT last FROM image_sequence")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The first changes behind this one, in their order. */
    public List<ImageChange> changesAfter(TenantId tenant, long sequence, int limit) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql(
                                "SELECT sequence, image_id FROM image_change WHERE sequence > ? ORDER BY sequence LIMIT ?")
                        .params(sequence, limit)
                        .query((row, _) ->
                                new ImageChange(row.getLong("sequence"), row.getObject("image_id", UUID.class)))
                        .list());
    }

    /** Forgets the changes up to this one: whoever follows them has them for good. */
    public void forgetChanges(TenantId tenant, long upTo) {
        transactions.in(
                tenant,
                jdbc -> jdbc.sql("DELETE FROM image_change WHERE sequence <= ?")
                        .param(upTo)
                        .update());
    }

    /**
     * The vectors of these pictures; of those that have none of this model, none.
     *
     * @param model as {@link io.loupe.server.models.EmbeddingModel#key} says
     */
    public Map<UUID, UnitVector> embeddings(TenantId tenant, String model, Collection<UUID> ids) {
        Map<UUID, UnitVector> vectors = new LinkedHashMap<>();
        transactions.in(tenant, jdbc -> {
            jdbc.sql("SELECT image_id, vector FROM image_embedding WHERE image_id = ANY (?) AND model = ?")
                    .params(ids.toArray(UUID[]::new), model)
                    .query(row -> {
                        vectors.put(
                                row.getObject("image_id", UUID.class),
                                UnitVector.of(ImageRows.vector(row.getBytes("vector"))));
                    });
            return null;
        });
        return vectors;
    }
}
