package io.loupe.server.platform.database;

import io.loupe.index.TenantId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the rows: a transaction that says beforehand whose rows it may see. PostgreSQL itself compares every
 * row with what was said (row-level security, forced), so that a query that forgets its tenant finds nothing.
 *
 * <p>A transaction inside another one joins it if it sees the same rows, and is refused otherwise.
 */
@Component
public final class TenantTransactions {
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private record Scope(String variable, String value) {}

    public TenantTransactions(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs in one transaction that sees this tenant's rows. */
    public <T extends @Nullable Object> T in(TenantId tenant, Function<JdbcClient, T> work) {
        return run(new Scope("loupe.tenant", tenant.toString()), work);
    }

    /**
     * Runs in one transaction that sees the rows of whoever presents this credential (an e-mail address, the hash of a
     * key or token): for the door, where the tenant is not known yet.
     */
    public <T extends @Nullable Object> T atTheDoor(String credential, Function<JdbcClient, T> work) {
        return run(new Scope("loupe.credential", credential), work);
    }

    private <T extends @Nullable Object> T run(Scope scope, Function<JdbcClient, T> work) {
        if (!CURRENT.isBound()) {
            return ScopedValue.where(CURRENT, scope).call(() -> begin(scope, work));
        }
        if (!CURRENT.get().equals(scope)) {
            throw new IllegalStateException("A transaction sees one tenant's rows; end this one before the next");
        }
        return work.apply(jdbc);
    }

    @SuppressWarnings("NullAway") // execute() answers what the work answers
    private <T extends @Nullable Object> T begin(Scope scope, Function<JdbcClient, T> work) {
        return transaction.execute(_ -> {
            jdbc.sql("SELECT set_config(?, ?, true)")
                    .params(scope.variable(), scope.value())
                    .query()
                    .singleValue();
            return work.apply(jdbc);
        });
    }
}
