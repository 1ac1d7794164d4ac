package io.loupe.server.inspection;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectUser;
import io.loupe.server.platform.database.TenantTransactions;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The objects of inspection: model files, masks of defects, and pictures that got a verdict. */
@Repository
class InspectionObjects implements ObjectUser {
    private final TenantTransactions transactions;

    InspectionObjects(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<ObjectKey> used(TenantId tenant, Set<ObjectKey> candidates) {
        String[] keys = candidates.stream().map(ObjectKey::sha256).toArray(String[]::new);
        return new HashSet<>(transactions.in(
                tenant,
                jdbc -> jdbc.sql("""
                        SELECT sha256 FROM model_version WHERE sha256 = ANY (?)
                        UNION SELECT mask_sha256 FROM project_image WHERE mask_sha256 = ANY (?)
                        UNION SELECT picture_sha256 FROM verdict WHERE picture_sha256 = ANY (?)""")
                        .params(keys, keys, keys)
                        .query((row, _) -> new ObjectKey(row.getString(1)))
                        .list()));
    }
}
