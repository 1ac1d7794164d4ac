package io.loupe.server.identity;

import io.loupe.server.platform.database.TenantTransactions;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Lets somebody in again from outside of a server: whoever has its database needs no password. */
public final class LostPassword {
    private LostPassword() {}

    /** A new password for whoever signs in with this address; empty if nobody does. */
    public static Optional<String> redraw(DataSource database, String email) {
        TenantTransactions transactions = new TenantTransactions(database, new JdbcTransactionManager(database));
        return new People(transactions, new Passwords()).redrawPassword(email);
    }
}
