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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of a tenant. One of them at least stays an administrator who can sign in. */
@Repository
public class People {
    private static final String COLUMNS = "id, email, role, disabled, created_at";

    private final TenantTransactions transactions;
    private final Passwords passwords;

    /** What to change of somebody; null leaves it as it is. */
    public record Change(
            @Nullable Role role,
            @Nullable Boolean disabled,
            @Nullable String password) {}

    People(TenantTransactions transactions, Passwords passwords) {
        this.transactions = transactions;
        this.passwords = passwords;
    }

    public Page<Person> list(TenantId tenant, PageRequest request) {
        return transactions.in(
                tenant,
                jdbc -> Page.of(
                        jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE id > ? ORDER BY id LIMIT ?")
                                .params(request.after(), request.limit() + 1)
                                .query(People::person)
                                .list(),
                        request.limit(),
                        person -> person.id().toString()));
    }

    /**
     * One person of a tenant.
     *
     * @throws ProblemException if this tenant has no such person
     */
    public Person get(TenantId tenant, UUID id) {
        return transactions.in(tenant, jdbc -> find(jdbc, id));
    }

    /**
     * Adds somebody who can sign in from now on.
     *
     * @throws ProblemException if the address belongs to somebody, or the password is too short
     */
    public Person add(TenantId tenant, String email, Role role, String password) {
        String address = normal(email);
        if (address.length() > 254 || !address.matches("[^@\\s]+@[^@\\s]+")) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "email should be an e-mail address, such as eva@example.org.");
        }
        String hash = passwords.hash(password);
        try {
            return transactions.in(
                    tenant,
                    jdbc -> jdbc.sql("INSERT INTO person (tenant_id, email, role, password_hash) VALUES (?, ?, ?, ?)"
                                    + " RETURNING " + COLUMNS)
                            .params(tenant.value(), address, role.text(), hash)
                            .query(People::person)
                            .single());
        } catch (DuplicateKeyException _) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Somebody signs in as '%s' already; choose another address.".formatted(address));
        }
    }

    /**
     * Changes what is given; a new password or disabling ends the sessions.
     *
     * @throws ProblemException if there is no such person, or no administrator would be left
     */
    public Person change(TenantId tenant, UUID id, Change change) {
        String newPassword = change.password();
        String hash = newPassword == null ? null : passwords.hash(newPassword);
        return transactions.in(tenant, jdbc -> {
            lockTenant(jdbc, tenant);
            find(jdbc, id);
            jdbc.sql("UPDATE person SET role = coalesce(?, role), disabled = coalesce(?, disabled),"
                            + " password_hash = coalesce(?, password_hash) WHERE id = ?")
                    .param(change.role() == null ? null : change.role().text())
                    .param(change.disabled())
                    .param(hash)
                    .param(id)
                    .update();
            if (hash != null || Boolean.TRUE.equals(change.disabled())) {
                jdbc.sql("UPDATE session SET ended_at = now() WHERE person_id = ? AND ended_at IS NULL")
                        .param(id)
                        .update();
            }
            requireAnAdministrator(jdbc);
            return find(jdbc, id);
        });
    }

    /**
     * Lets somebody choose a new password; all of their sessions end.
     *
     * @throws ProblemException if {@code current} is not their password, or the new one is too short
     */
    public void changePassword(TenantId tenant, UUID id, String current, String next) {
        String hash = transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT password_hash FROM person WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
        if (!passwords.matches(current, Optional.of(hash))) {
            throw new ProblemException(ProblemCode.NOT_ALLOWED, "The current password is another one.");
        }
        change(tenant, id, new Change(null, null, next));
    }

    /**
     * Draws a new password for whoever signs in with this address, and ends their sessions.
     *
     * @return the password, which is known to nobody else; empty if nobody signs in so
     */
    @WithoutTenant(because = "the address says which tenant it is")
    public Optional<String> redrawPassword(String email) {
        String address = normal(email);
        return transactions
                .atTheDoor(
                        address,
                        jdbc -> jdbc.sql("SELECT tenant_id, id FROM person WHERE email = ?")
                                .param(address)
                                .query((row, _) -> new Found(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        row.getObject("id", UUID.class)))
                                .optional())
                .map(found -> {
                    String password = Secrets.drawPassword();
                    change(found.tenant(), found.person(), new Change(null, null, password));
                    return password;
                });
    }

    private record Found(TenantId tenant, UUID person) {}

    /**
     * Removes somebody, and with them their sessions.
     *
     * @throws ProblemException if there is no such person, or no administrator would be left
     */
    public void remove(TenantId tenant, UUID id) {
        transactions.in(tenant, jdbc -> {
            lockTenant(jdbc, tenant);
            find(jdbc, id);
            int removed = jdbc.sql("DELETE FROM person WHERE id = ?").param(id).update();
            requireAnAdministrator(jdbc);
            return removed;
        });
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Person find(JdbcClient jdbc, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE id = ?")
                .param(id)
                .query(People::person)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("user", id));
    }

    /** Two administrators who remove each other at the same time do so one after the other. */
    private static void lockTenant(JdbcClient jdbc, TenantId tenant) {
        jdbc.sql("SELECT id FROM tenant WHERE id = ? FOR UPDATE")
                .param(tenant.value())
                .query()
                .singleValue();
    }

    private static void requireAnAdministrator(JdbcClient jdbc) {
        long left = jdbc.sql("SELECT count(*) FROM person WHERE role = ? AND NOT disabled")
                .param(Role.ADMINISTRATOR.text())
                .query(Long.class)
                .single();
        if (left == 0) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This is the last administrator; make somebody else one first.");
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getBoolean("disabled"),
                row.getTimestamp("created_at").toInstant());
    }
}
