package io.loupe.server;

import io.loupe.server.identity.FirstStart;
import io.loupe.server.identity.Tenants;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.database.UnusableDatabaseException;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.postgres.UnableToRunPostgresException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.server.platform.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * Loupe's server, from a data folder and settings to an address that answers. Parts start in the order in which they
 * need each other and stop in the reverse one, also when a later part fails to start.
 */
public final class LoupeServer implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DatabaseAddress database;
    private final ServletWebServerApplicationContext web;
    private final URI address;
    private final Optional<FirstStart> firstStart;

    private LoupeServer(Settings settings) {
        try {
            DataFolder folder = DataFolder.at(settings.data());
            parts.push(folder.lock());
            SettingsFile.writeIfAbsent(folder.path());
            folder.clearUploads();
            CompletableFuture<DatabaseAddress> opening = openDatabase(settings, folder);
            web = LoupeApplication.start(settings, opening, folder.log());
            parts.push(web);
            database = opening.join();
            firstStart = web.getBean(Tenants.class).createFirst();
            int port = Objects.requireNonNull(web.getWebServer()).getPort();
            address = URI.create("http://%s:%d".formatted(settings.address(), port));
            folder.announce(address);
            parts.push(folder::withdraw);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a server and answers when it is ready.
     *
     * @throws UnableToStartException if another server has the folder, another program the port, or the database refuses
     */
    public static LoupeServer start(Settings settings) {
        try {
            return new LoupeServer(settings);
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    /** What a database that was opened beside everything else met, and not what Spring says about those who need it. */
    private static RuntimeException reason(RuntimeException failure) {
        RuntimeException reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnableToRunPostgresException || cause instanceof UnusableDatabaseException) {
                return new UnableToStartException(String.valueOf(cause.getMessage()), cause);
            }
            if (cause instanceof CompletionException && cause.getCause() instanceof RuntimeException met) {
                reason = met;
            }
        }
        return reason;
    }

    /** Begins to open it; it takes as long as Spring takes to look around, and nobody needs it before. */
    private CompletableFuture<DatabaseAddress> openDatabase(Settings settings, DataFolder folder) {
        if (settings.database().isPresent()) {
            return CompletableFuture.completedFuture(
                    DatabaseAddress.of(settings.database().get()));
        }
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(
                () -> EmbeddedPostgres.start(folder.postgres()),
                work -> Thread.ofPlatform().name("open-database").start(work));
        parts.push(() -> {
            EmbeddedPostgres started = postgres.exceptionally(_ -> null).join();
            if (started != null) {
                started.close();
            }
        });
        return postgres.thenApply(LoupeServer::addressOf);
    }

    private static DatabaseAddress addressOf(EmbeddedPostgres postgres) {
        try {
            return DatabaseAddress.of(postgres);
        } catch (SQLException e) {
            throw new UnableToStartException("The database refuses: " + e.getMessage(), e);
        }
    }

    DatabaseAddress database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return web.getBean(type);
    }

    public URI address() {
        return address;
    }

    /** What the very first start made: whom to sign in as, with a password that is known here only. */
    public Optional<FirstStart> firstStart() {
        return firstStart;
    }

    /** Opens the tenant that demonstrations are shown in, and says how to sign in to it until the next call. */
    public Tenants.SignIn openDemo() {
        return web.getBean(Tenants.class).openDemo();
    }

    /** Lets the requests that are under way finish, then stops everything. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        while (!parts.isEmpty()) {
            closePart(parts.pop());
        }
    }

    private static void closePart(AutoCloseable part) {
        try {
            part.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not stop " + part, e);
        }
    }
}
