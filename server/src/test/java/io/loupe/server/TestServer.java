package io.loupe.server;

import io.loupe.server.platform.postgres.SharedPostgres;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** A server that all tests of one run share; each makes tenants of its own in it. */
public final class TestServer {
    private static final LoupeServer SERVER = start();

    private TestServer() {}

    public static URI address() {
        return SERVER.address();
    }

    /** The folder that pictures may be imported from; each test makes one of its own below it. */
    public static Path pictures() {
        return bean(Settings.class).imports().folders().getFirst();
    }

    /** One of the server's parts. */
    public static <T> T bean(Class<T> type) {
        return SERVER.bean(type);
    }

    /** A connection as the application's own role, which row-level security must hold. */
    public static Connection connectAsApplication() throws SQLException {
        Properties who = SERVER.database().application().who();
        return DriverManager.getConnection(SERVER.database().application().url(), who);
    }

    /** A connection as the owner of the tables, whom nothing holds: for tests of what is found out afterwards. */
    public static Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                SERVER.database().owner().url(), SERVER.database().owner().who());
    }

    private static LoupeServer start() {
        try {
            Path data = EnterableFolder.create();
            SharedPostgres.linkProgramsInto(data.resolve("postgres"));
            Path pictures = Files.createDirectory(data.resolve("pictures"));
            Map<String, String> settings = Map.of(
                    "LOUPE_PORT", "0",
                    "LOUPE_REGISTRATION", "open",
                    "LOUPE_LIMITS_JSON_BYTES", "65536",
                    "LOUPE_UPLOADS_REQUEST_BYTES", "8388608",
                    "LOUPE_UPLOADS_FILE_BYTES", "4194304",
                    "LOUPE_IMPORT_FOLDERS", pictures.toString(),
                    "LOUPE_IMPORT_ZIP_ENTRIES", "200",
                    "LOUPE_IMPORT_ZIP_BYTES", "20971520",
                    "LOUPE_INSPECTION_MODEL_BYTES", "6291456",
                    "LOUPE_ADMIN_EMAIL", "first@example.org");
            LoupeServer server = LoupeServer.start(Settings.read(data, settings, Map.of()));
            SharedPostgres.atTheEnd(() -> {
                server.close();
                FolderTree.delete(data);
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
