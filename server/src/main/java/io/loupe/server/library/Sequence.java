package io.loupe.server.library;

import io.loupe.index.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers of a tenant's changes. Whoever changes pictures takes it first thing in the transaction and holds it until the
 * end: so numbers are committed in their order, and no two wait for each other's rows.
 */
final class Sequence {
    private final JdbcClient jdbc;
    private final TenantId tenant;

    private Sequence(JdbcClient jdbc, TenantId tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    static Sequence take(JdbcClient jdbc, TenantId tenant) {
        jdbc.sql("INSERT INTO image_sequence (tenant_id, last) VALUES (?, 0)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET last = image_sequence.last")
                .param(tenant.value())
                .update();
        return new Sequence(jdbc, tenant);
    }

    /** Notes that these pictures changed; answers the number of the last change, the new one if there is any. */
    long note(List<UUID> images) {
        long last = jdbc.sql("UPDATE image_sequence SET last = last + ? RETURNING last")
                .param(images.size())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO image_change (tenant_id, sequence, image_id)"
                                + " SELECT ?::uuid, ?::bigint + number, id FROM unnest(?::uuid[]) WITH ORDINALITY AS changed (id, number)")
                .params(tenant.value(), last - images.size(), images.toArray(UUID[]::new))
                .update();
        return last;
    }
}
