package io.loupe.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.Api;
import io.loupe.server.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second wall between tenants, looked at from the inside: as the application's own role, with plain SQL. */
final class RowSecurityTest {
    private static List<String> tenantTables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT relname FROM pg_class JOIN pg_attribute ON attrelid ="
                + " pg_class.oid WHERE attname = 'tenant_id' AND relkind IN ('r', 'p')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.add("tenant");
        return tables;
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void everyTableThatNamesATenantIsGuardedEvenFromItsOwner() throws SQLException {
        try (Connection connection = TestServer.connectAsApplication();
                Statement statement = connection.createStatement()) {
            List<String> tables = tenantTables(statement);
            assertThat(tables).contains("person", "session", "refresh_token", "api_key");
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT relrowsecurity AND relforcerowsecurity FROM"
                        + " pg_class WHERE oid = '%s'::regclass".formatted(table))) {
                    row.next();
                    assertThat(row.getBoolean(1))
                            .as("row security of %s is forced", table)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aQueryThatForgetsItsTenantSeesNothing() throws SQLException {
        Api.ofNewTenant();
        try (Connection connection = TestServer.connectAsApplication();
                Statement statement = connection.createStatement()) {
            for (String table : tenantTables(statement)) {
                assertThat(count(statement, table)).as(table).isZero();
            }
        }
    }

    @Test
    void aTenantSeesItsOwnRowsAndCannotWriteAnothers() throws SQLException {
        String tenant = Api.ofNewTenant().get("/api/auth/me").text("tenant_id");
        String other = Api.ofNewTenant().get("/api/auth/me").text("tenant_id");
        try (Connection connection = TestServer.connectAsApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET loupe.tenant = '%s'".formatted(tenant));
            assertThat(count(statement, "tenant")).isEqualTo(1);
            assertThat(count(statement, "person")).isEqualTo(1);
            assertThat(statement.executeUpdate(
                            "UPDATE person SET role = 'viewer' WHERE tenant_id = '%s'".formatted(other)))
                    .isZero();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO person (tenant_id, email, role, password_hash) VALUES (?::uuid, ?, 'viewer', '')")) {
                insert.setString(1, other);
                insert.setString(2, Api.newEmail());
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(insert::execute)
                        .withMessageContaining("row-level security");
            }
        }
    }

    @Test
    void atTheDoorACredentialOpensOneRowAndChangesNone() throws SQLException {
        String email = Api.newEmail();
        Api.asNobody().post("/api/auth/register", Map.of("name", "Door", "email", email, "password", Api.PASSWORD));
        try (Connection connection = TestServer.connectAsApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET loupe.credential = '%s'".formatted(email));
            assertThat(count(statement, "person")).isEqualTo(1);
            assertThat(count(statement, "tenant")).isZero();
            assertThat(statement.executeUpdate("UPDATE person SET role = 'viewer'"))
                    .isZero();
        }
    }
}
