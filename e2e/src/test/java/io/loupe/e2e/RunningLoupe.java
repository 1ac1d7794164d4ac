package io.loupe.e2e;

import com.microsoft.playwright.options.FilePayload;
import io.loupe.server.LoupeServer;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that all tests of one run share; each takes a tenant of its own. */
final class RunningLoupe {
    static final String PASSWORD = "a password of tests";

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final Path IMPORTS = temporaryFolder("loupe-e2e-imports-");
    private static final URI ADDRESS = start();

    private RunningLoupe() {}

    static URI address() {
        return ADDRESS;
    }

    /** The e-mail address of the administrator of a new tenant, whose password is {@link #PASSWORD}. */
    static String newTenant() {
        String email = "ada%d@example.org".formatted(TENANTS.incrementAndGet());
        String body = "{\"name\":\"Tests\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(ADDRESS.resolve("/api/auth/register"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("No tenant was made: " + answer.body());
            }
            return email;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A folder with these files that the server may import from. */
    static Path importFolder(List<FilePayload> files) {
        try {
            Path folder = Files.createTempDirectory(IMPORTS, "parts-");
            for (FilePayload file : files) {
                Files.write(folder.resolve(file.name), file.buffer);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI start() {
        Path data = temporaryFolder("loupe-e2e-");
        Map<String, String> settings = Map.of(
                "LOUPE_PORT", "0",
                "LOUPE_REGISTRATION", "open",
                "LOUPE_IMPORT_FOLDERS", IMPORTS.toString());
        LoupeServer server = LoupeServer.start(Settings.read(data, settings, Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            FolderTree.delete(data);
            FolderTree.delete(IMPORTS);
        }));
        return server.address();
    }

    private static Path temporaryFolder(String prefix) {
        try {
            // Entered by the database's account, too, which is another one when the tests run as root.
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory(prefix), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
