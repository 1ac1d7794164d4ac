package io.loupe.server.identity;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.database.WithoutTenant;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The API keys of a tenant. Of a key's secret only the hash is kept: it is shown when it is made and never again. */
@Repository
public class ApiKeys {
    private static final String COLUMNS = "id, name, hint, role, created_at";
    private static final String PREFIX = "loupe_";
    private static final int HINT_LENGTH = PREFIX.length() + 4;

    private final TenantTransactions transactions;

    /** A key that was just made, with its secret. */
    public record Made(ApiKey key, String secret) {}

    ApiKeys(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    public Page<ApiKey> list(TenantId tenant, PageRequest request) {
        return transactions.in(
                tenant,
                jdbc -> Page.of(
                        jdbc.sql("SELECT " + COLUMNS + " FROM api_key WHERE id > ? ORDER BY id LIMIT ?")
                                .params(request.after(), request.limit() + 1)
                                .query(ApiKeys::key)
                                .list(),
                        request.limit(),
                        key -> key.id().toString()));
    }

    public Made make(TenantId tenant, String name, Role role, Optional<UUID> maker) {
        if (name.isBlank() || name.length() > 200) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "name has from 1 to 200 characters.");
        }
        String secret = Secrets.draw(PREFIX);
        ApiKey key = transactions.in(
                tenant,
                jdbc -> jdbc.sql("INSERT INTO api_key (tenant_id, sha256, name, hint, role, created_by)"
                                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING " + COLUMNS)
                        .param(tenant.value())
                        .param(Secrets.sha256(secret))
                        .param(name)
                        .param(secret.substring(0, HINT_LENGTH))
                        .param(role.text())
                        .param(maker.orElse(null))
                        .query(ApiKeys::key)
                        .single());
        return new Made(key, secret);
    }

    /**
     * Removes a key; what is sent with it from then on comes from nobody.
     *
     * @throws ProblemException if this tenant has no such key
     */
    public void remove(TenantId tenant, UUID id) {
        int removed = transactions.in(
                tenant,
                jdbc -> jdbc.sql("DELETE FROM api_key WHERE id = ?").param(id).update());
        if (removed == 0) {
            throw ProblemException.notFound("key", id);
        }
    }

    /** Who sends a request with this key; nobody if there is no such key. */
    @WithoutTenant(because = "the key says which tenant it is")
    public Optional<Caller> open(String secret) {
        String hash = Secrets.sha256(secret);
        return transactions.atTheDoor(
                hash,
                jdbc -> jdbc.sql("SELECT tenant_id, id, name, role FROM api_key WHERE sha256 = ?")
                        .param(hash)
                        .query((row, _) -> new Caller(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("id", UUID.class),
                                Optional.empty(),
                                row.getString("name"),
                                Role.of(row.getString("role"))))
                        .optional());
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                Role.of(row.getString("role")),
                row.getTimestamp("created_at").toInstant());
    }
}
