package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes pictures: the rows and the numbered changes that tell of them, in one transaction. Whoever wants the change to be
 * found awaits its number with {@link ImageIndex#awaitApplied}.
 */
@Repository
class ImageChanges {
    private static final RowMapper<UUID> ID = (row, _) -> row.getObject("id", UUID.class);

    private final TenantTransactions transactions;
    private final ImageRows rows;

    /** What was done: to how many pictures, and the number of the last change, to be awaited. */
    record Changed(int count, long sequence) {}

    /** A picture that was to be added; it may have been there. */
    record Added(UUID id, boolean isNew, long sequence) {}

    /** What is gone: how many pictures, and the objects that they had. */
    record Purged(int count, Set<ObjectKey> objects, long sequence) {}

    ImageChanges(TenantTransactions transactions, ImageRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** Whether there is a picture of these bytes. */
    public boolean has(TenantId tenant, String sha256) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT EXISTS (SELECT FROM image WHERE sha256 = ?)")
                        .param(sha256)
                        .query(Boolean.class)
                        .single());
    }

    /** Adds a picture, unless its bytes are here: then that one is brought again. */
    public Added add(TenantId tenant, NewImage image) {
        return transactions.in(tenant, jdbc -> {
            Sequence sequence = Sequence.take(jdbc, tenant);
            return bringAgain(jdbc, sequence, image.sha256(), image.origin().tags())
                    .orElseGet(() -> {
                        UUID id = insert(jdbc, tenant, image);
                        return new Added(id, true, sequence.note(List.of(id)));
                    });
        });
    }

    /** What is brought again leaves the trash and gets the tags it is brought with; empty if it is gone. */
    public Optional<Added> bringAgain(TenantId tenant, String sha256, List<String> tags) {
        return transactions.in(tenant, jdbc -> bringAgain(jdbc, Sequence.take(jdbc, tenant), sha256, tags));
    }

    private static Optional<Added> bringAgain(JdbcClient jdbc, Sequence sequence, String sha256, List<String> tags) {
        Optional<UUID> known = jdbc.sql("SELECT id FROM image WHERE sha256 = ?")
                .param(sha256)
                .query(UUID.class)
                .optional();
        return known.map(id -> {
            List<UUID> changed = jdbc.sql("UPDATE image SET trashed_at = NULL,"
                            + " tags = tags || array(SELECT unnest(?::text[]) EXCEPT SELECT unnest(tags) ORDER BY 1)"
                            + " WHERE id = ? AND (trashed_at IS NOT NULL OR NOT tags @> ?::text[]) RETURNING id")
                    .params(array(tags), id, array(tags))
                    .query(ID)
                    .list();
            requireFewTags(jdbc, changed);
            return new Added(id, false, sequence.note(changed));
        });
    }

    private UUID insert(JdbcClient jdbc, TenantId tenant, NewImage image) {
        Analysis.Seen seen = image.seen();
        UUID id = jdbc.sql("""
                INSERT INTO image (tenant_id, sha256, thumbnail_sha256, name, bytes, format, width, height, phash,
                    quality_score, quality, objects, source, tags, owner_user_id, model_name, model_version, captured_at,
                    created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::text[], ?, ?, ?, ?, clock_timestamp())
                RETURNING id""") // the time is taken while the sequence is held, so that later pictures are later
                .param(tenant.value())
                .param(image.sha256())
                .param(image.thumbnailSha256())
                .param(image.name())
                .param(image.bytes())
                .param(seen.format())
                .param(seen.width())
                .param(seen.height())
                .param(seen.hash().bits())
                .param((float) seen.quality().score())
                .param(rows.json(seen.quality()))
                .param(rows.json(seen.objects()))
                .param(image.origin().source().text())
                .param(array(image.origin().tags()))
                .param(image.origin().owner().orElse(null))
                .param(seen.model().name())
                .param(seen.model().version())
                .param(seen.capturedAt().map(Timestamp::from).orElse(null))
                .query(UUID.class)
                .single();
        jdbc.sql("INSERT INTO image_embedding (tenant_id, image_id, model, vector) VALUES (?, ?, ?, ?)")
                .params(
                        tenant.value(),
                        id,
                        seen.model().key(),
                        ImageRows.bytes(seen.vector().values()))
                .update();
        return id;
    }

    /**
     * Changes what is given.
     *
     * @throws ProblemException if this tenant has no such picture
     */
    public Changed edit(TenantId tenant, UUID id, ImageEdit edit) {
        return transactions.in(tenant, jdbc -> {
            Sequence sequence = Sequence.take(jdbc, tenant);
            Map<String, String> metadata = edit.metadata();
            List<String> tags = edit.tags();
            List<UUID> changed = jdbc.sql("UPDATE image SET name = coalesce(?, name), tags = coalesce(?::text[], tags),"
                            + " metadata = coalesce(?::jsonb, metadata) WHERE id = ? RETURNING id")
                    .param(edit.name())
                    .param(tags == null ? null : array(tags))
                    .param(metadata == null ? null : rows.json(metadata))
                    .param(id)
                    .query(ID)
                    .list();
            if (changed.isEmpty()) {
                throw ProblemException.notFound("picture", new ImageId(id));
            }
            return new Changed(1, sequence.note(changed));
        });
    }

    /**
     * Adds tags to many pictures and takes others away.
     *
     * @throws ProblemException if one of them would have too many; none is changed then
     */
    public Changed tag(TenantId tenant, Collection<UUID> ids, List<String> add, List<String> remove) {
        return transactions.in(tenant, jdbc -> {
            Sequence sequence = Sequence.take(jdbc, tenant);
            List<UUID> changed = jdbc.sql("""
                    UPDATE image SET tags = array(
                        SELECT tag FROM unnest(tags || array(SELECT unnest(?::text[]) EXCEPT SELECT unnest(tags) ORDER BY 1))
                            WITH ORDINALITY AS tagged (tag, number)
                        WHERE tag <> ALL (?::text[]) ORDER BY number)
                    WHERE id = ANY (?) AND (NOT tags @> ?::text[] OR tags && ?::text[]) RETURNING id""")
                    .params(array(add), array(remove), ids.toArray(UUID[]::new), array(add), array(remove))
                    .query(ID)
                    .list();
            requireFewTags(jdbc, changed);
            return new Changed(changed.size(), sequence.note(changed));
        });
    }

    private static void requireFewTags(JdbcClient jdbc, List<UUID> changed) {
        int crowded = jdbc.sql("SELECT count(*) FROM image WHERE id = ANY (?) AND cardinality(tags) > ?")
                .params(changed.toArray(UUID[]::new), Tags.MOST)
                .query(Integer.class)
                .single();
        if (crowded > 0) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "A picture has at most %d tags; %d pictures would have more.".formatted(Tags.MOST, crowded));
        }
    }

    public Changed trash(TenantId tenant, Collection<UUID> ids) {
        return change(tenant, "UPDATE image SET trashed_at = now() WHERE id = ANY (?) AND trashed_at IS NULL", ids);
    }

    public Changed restore(TenantId tenant, Collection<UUID> ids) {
        return change(tenant, "UPDATE image SET trashed_at = NULL WHERE id = ANY (?) AND trashed_at IS NOT NULL", ids);
    }

    private Changed change(TenantId tenant, String update, Collection<UUID> ids) {
        return transactions.in(tenant, jdbc -> {
            Sequence sequence = Sequence.take(jdbc, tenant);
            List<UUID> changed = jdbc.sql(update + " RETURNING id")
                    .param(ids.toArray(UUID[]::new))
                    .query(ID)
                    .list();
            return new Changed(changed.size(), sequence.note(changed));
        });
    }

    /** Makes an end of those of these pictures that are in the trash. */
    public Purged purge(TenantId tenant, Collection<UUID> ids) {
        return transactions.in(tenant, jdbc -> {
            Sequence sequence = Sequence.take(jdbc, tenant);
            Set<ObjectKey> objects = new HashSet<>();
            List<UUID> gone = jdbc.sql("DELETE FROM image WHERE id = ANY (?) AND trashed_at IS NOT NULL"
                            + " RETURNING id, sha256, thumbnail_sha256")
                    .param(ids.toArray(UUID[]::new))
                    .query((row, _) -> {
                        objects.add(new ObjectKey(row.getString("sha256")));
                        objects.add(new ObjectKey(row.getString("thumbnail_sha256")));
                        return row.getObject("id", UUID.class);
                    })
                    .list();
            return new Purged(gone.size(), objects, sequence.note(gone));
        });
    }

    /** Some of the pictures that were thrown away before this. */
    public List<UUID> trashedBefore(TenantId tenant, Instant time, int limit) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT id FROM image WHERE trashed_at < ? ORDER BY trashed_at LIMIT ?")
                        .params(Timestamp.from(time), limit)
                        .query(ID)
                        .list());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
