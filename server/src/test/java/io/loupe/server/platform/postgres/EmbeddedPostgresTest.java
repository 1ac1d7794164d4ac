package io.loupe.server.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.EnterableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {
    @TempDir(factory = EnterableFolder.class)
    Path folder;

    @BeforeEach
    void unpackNotAnew() throws IOException {
        SharedPostgres.linkProgramsInto(folder);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        EmbeddedPostgres.stopOrphan(folder);
        SharedPostgres.unlinkProgramsFrom(folder);
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.port());
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgres.OWNER, postgres.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            query(postgres, "CREATE TABLE word AS SELECT 'kept' AS text");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT text FROM word")).isEqualTo("kept");
        }
    }

    @Test
    void waitsForTheDiskAndListensOnThisMachineOnly() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "SHOW server_version_num")).startsWith("18");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.port());
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, EmbeddedPostgres.OWNER, "guessed"))
                    .withMessageContaining("password authentication failed");
            assertThat(folder.resolve("password"))
                    .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void stopsWhatAKilledServerLeftRunningBeforeItStarts() throws SQLException {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(folder);
        query(orphan, "CREATE TABLE word AS SELECT 'kept' AS text");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT text FROM word")).isEqualTo("kept");
            assertThat(postgres.port()).isNotEqualTo(orphan.port());
        }
        assertThat(EmbeddedPostgres.stopOrphan(folder)).isFalse();
    }

    @Test
    void stopsAnOrphanWhenAsked() {
        EmbeddedPostgres.start(folder);
        assertThat(EmbeddedPostgres.stopOrphan(folder)).isTrue();
        assertThat(EmbeddedPostgres.stopOrphan(folder)).isFalse();
    }

    @Test
    void leavesAStrangerAloneThatHasTheOrphansNumber() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        assertThat(EmbeddedPostgres.stopOrphan(folder)).isFalse();
    }

    @Test
    void rootIsToldWhichFolderTheDatabaseMayNotEnter() throws IOException {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "Skipped: only root hands over to another account");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThatExceptionOfType(UnableToRunPostgresException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(closed.resolve("postgres")))
                .withMessageContaining("runs as 'nobody', which may not enter " + closed.toRealPath());
    }

    @Test
    void saysWhereTheLogIsWhenItDoesNotStart() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(folder.resolve("cluster/postgresql.conf"), "nonsense = on\n");
        assertThatExceptionOfType(UnableToRunPostgresException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(folder))
                .withMessageContaining("PostgreSQL does not start in")
                .withMessageContaining("server.log");
    }
}
