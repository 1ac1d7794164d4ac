package io.loupe.server.inspection.correction;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.NewVersion;
import io.loupe.server.platform.database.TenantTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Adds versions that were corrected, together with what they were told. */
@Repository
class CorrectionRows {
    private final TenantTransactions transactions;
    private final ModelVersions versions;

    /** What a version was told. */
    record Told(String name, UUID image) {}

    /** Which version was told something, and of which picture. */
    record Row(@Nullable UUID image, Instant at, String version) {}

    CorrectionRows(TenantTransactions transactions, ModelVersions versions) {
        this.transactions = transactions;
        this.versions = versions;
    }

    /**
     * Adds and activates a version, unless another one than its parent judges by now: then it would forget what that one was
     * told.
     */
    Optional<ModelVersion> addIfParentIsActive(TenantId tenant, NewVersion version, Optional<Told> told) {
        return transactions.in(tenant, jdbc -> {
            versions.lock(tenant, version.project());
            if (!versions.active(tenant, version.project())
                    .map(ModelVersion::id)
                    .equals(version.parent())) {
                return Optional.empty();
            }
            ModelVersion added = versions.add(tenant, version, true);
            told.ifPresent(what -> jdbc.sql("INSERT INTO correction (version_id, tenant_id, project_id, name, image_id)"
                            + " VALUES (?, ?, ?, ?, ?)")
                    .params(added.id(), tenant.value(), version.project(), what.name(), what.image())
                    .update());
            return Optional.of(added);
        });
    }

    /** When and of which picture a version's major one was told these things, the latest time where there are several. */
    Map<String, Row> find(TenantId tenant, ModelVersion version, Collection<String> names) {
        return transactions.in(tenant, jdbc -> {
            Map<String, Row> rows = new HashMap<>();
            jdbc.sql("""
                    SELECT name, image_id, created_at, major || '.' || minor AS label
                    FROM correction JOIN model_version ON model_version.id = version_id
                    WHERE correction.project_id = ? AND name = ANY (?) AND major = ? AND minor <= ? ORDER BY minor""")
                    .params(version.project(), names.toArray(String[]::new), version.major(), version.minor())
                    .query(row -> {
                        rows.put(
                                row.getString("name"),
                                new Row(
                                        row.getObject("image_id", UUID.class),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getString("label")));
                    });
            return rows;
        });
    }
}
