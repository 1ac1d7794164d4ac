package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectUser;
import io.loupe.server.platform.database.TenantTransactions;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The objects of pictures: originals and thumbnails, in the trash or not. */
@Repository
class ImageObjects implements ObjectUser {
    private final TenantTransactions transactions;

    ImageObjects(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<ObjectKey> used(TenantId tenant, Set<ObjectKey> candidates) {
        String[] keys = candidates.stream().map(ObjectKey::sha256).toArray(String[]::new);
        return new HashSet<>(transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT sha256 FROM image WHERE sha256 = ANY (?) UNION"
                                + " SELECT thumbnail_sha256 FROM image WHERE thumbnail_sha256 = ANY (?)")
                        .params(keys, keys)
                        .query((row, _) -> new ObjectKey(row.getString(1)))
                        .list()));
    }
}
