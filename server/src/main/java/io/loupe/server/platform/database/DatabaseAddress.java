package io.loupe.server.platform.database;

import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.settings.Settings.ExternalDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is, for two roles: one that owns the tables and changes them, and the application's, which owns
 * nothing and is held to its tenant's rows.
 */
public record DatabaseAddress(Login application, Login owner) {
    private static final String DATABASE = "loupe";
    private static final String APPLICATION = "loupe";

    /** A URL, and who signs in where the URL does not say it. */
    public record Login(String url, Properties who) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, who);
        }

        /** A new connection for each use, for what is done once. */
        public DataSource unpooled() {
            return new DriverManagerDataSource(url, who);
        }
    }

    /** Somebody else's PostgreSQL, as the settings name it. */
    public static DatabaseAddress of(ExternalDatabase external) {
        return new DatabaseAddress(
                new Login(external.url(), new Properties()), new Login(external.migrationUrl(), new Properties()));
    }

    /** The owner of the tables in an embedded PostgreSQL that a server has run before. */
    public static Login ownerOf(EmbeddedPostgres.Access postgres) {
        return new Login(url(postgres.port(), DATABASE), login(EmbeddedPostgres.OWNER, postgres.password()));
    }

    /** The embedded PostgreSQL; makes database and application role where they are missing, with a new password. */
    public static DatabaseAddress of(EmbeddedPostgres postgres) throws SQLException {
        Properties owner = login(EmbeddedPostgres.OWNER, postgres.password());
        Properties application = login(APPLICATION, randomPassword());
        try (Connection connection = new Login(url(postgres.port(), "postgres"), owner).connect();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(APPLICATION))) {
                statement.execute("CREATE ROLE %s LOGIN".formatted(APPLICATION));
            }
            statement.execute(
                    "ALTER ROLE %s PASSWORD '%s'".formatted(APPLICATION, application.getProperty("password")));
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                statement.execute("CREATE DATABASE %s".formatted(DATABASE));
            }
        }
        String url = url(postgres.port(), DATABASE);
        return new DatabaseAddress(new Login(url, application), new Login(url, owner));
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static Properties login(String user, String password) {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        return who;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
