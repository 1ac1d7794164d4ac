package io.loupe.server.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date, and makes sure that the application's role is held to its tenant's rows. */
public final class Migrations {
    private static final int OLDEST_POSTGRES = 18;

    private Migrations() {}

    /**
     * Changes the tables to what this version needs.
     *
     * @throws UnusableDatabaseException if the database is too old, or its role could see every tenant's rows
     */
    public static void apply(DatabaseAddress address) {
        String application = checkApplicationRole(address.application());
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(address.owner().unpooled())
                .locations("classpath:io/loupe/server/migrations")
                .placeholders(Map.of("application", application))
                .load()
                .migrate();
    }

    private static String checkApplicationRole(DatabaseAddress.Login login) {
        String query = "SELECT rolname, rolsuper OR rolbypassrls, current_setting('server_version_num')::int / 10000"
                + " FROM pg_roles WHERE rolname = current_user";
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(query)) {
            role.next();
            if (role.getInt(3) < OLDEST_POSTGRES) {
                throw new UnusableDatabaseException("The database is PostgreSQL %d; Loupe needs %d or newer."
                        .formatted(role.getInt(3), OLDEST_POSTGRES));
            }
            if (role.getBoolean(2)) {
                throw new UnusableDatabaseException(
                        ("The database role '%s' is a superuser or has BYPASSRLS, and so would see every tenant's rows."
                                        + " Give database.url an ordinary role, and database.migration-url the one that"
                                        + " owns the tables.")
                                .formatted(role.getString(1)));
            }
            return role.getString(1);
        } catch (SQLException e) {
            throw new UnusableDatabaseException("The database cannot be reached: %s. Check database.url (%s)."
                    .formatted(e.getMessage(), withoutParameters(login.url())));
        }
    }

    /** What follows the question mark may be a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
