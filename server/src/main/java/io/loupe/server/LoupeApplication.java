package io.loupe.server;

import com.zaxxer.hikari.HikariDataSource;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.database.Migrations;
import io.loupe.server.platform.form.FormLimits;
import io.loupe.server.platform.form.FormResolver;
import io.loupe.server.platform.settings.Settings;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.web.servlet.DispatcherServlet;

/** The server's Spring context. Settings are there before it, the database comes meanwhile; it has no other configuration. */
@SpringBootApplication
@Modulithic(systemName = "Loupe")
class LoupeApplication {
    private static final int FORM_FIELDS = 200;
    private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

    static ServletWebServerApplicationContext start(
            Settings settings, CompletableFuture<DatabaseAddress> opening, Path log) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(LoupeApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // LoupeServer.close() stops it, before the database
                .properties(properties(settings, log))
                .initializers(context -> {
                    CompletableFuture<DatabaseAddress> database = opening.thenApplyAsync(
                            LoupeApplication::migrated, // begun here, so that it logs where everything does
                            work -> Thread.ofPlatform().name("migrate").start(work));
                    register((GenericApplicationContext) context, settings, database);
                });
        try {
            return (ServletWebServerApplicationContext) application.run();
        } catch (ApplicationContextException e) {
            if (e.getRootCause() instanceof BindException || e.getCause() instanceof PortInUseException) {
                throw new UnableToStartException(
                        "Port %d of %s is taken by another program. Choose another one with --port."
                                .formatted(settings.port(), settings.address()));
            }
            throw e;
        }
    }

    private static DatabaseAddress migrated(DatabaseAddress database) {
        Migrations.apply(database);
        return database;
    }

    private static Map<String, Object> properties(Settings settings, Path log) {
        return Map.ofEntries(
                Map.entry("server.port", settings.port()),
                Map.entry("server.address", settings.address()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
                Map.entry("server.server-header", ""),
                Map.entry("server.compression.enabled", true),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.log-startup-info", false),
                Map.entry("spring.servlet.multipart.enabled", false), // FormResolver reads them
                Map.entry("server.tomcat.max-swallow-size", "64MB"), // so that who sends too much is still answered
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("springdoc.api-docs.path", "/openapi.json"),
                Map.entry("springdoc.swagger-ui.path", "/docs"),
                Map.entry("springdoc.paths-to-match", "/api/**"),
                Map.entry("springdoc.writer-with-order-by-keys", true),
                Map.entry("springdoc.writer-with-default-pretty-printer", true),
                Map.entry("springdoc.override-with-generic-response", false),
                Map.entry("springdoc.default-produces-media-type", "application/json"),
                Map.entry("logging.file.name", log.toString()),
                Map.entry("logging.threshold.console", "OFF"));
    }

    private static void register(
            GenericApplicationContext context, Settings settings, CompletableFuture<DatabaseAddress> database) {
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME, FormResolver.class, () -> forms(settings));
        context.registerBean(
                DataSource.class, () -> pool(database.join().application(), settings.databaseConnections()));
    }

    private static FormResolver forms(Settings settings) {
        return new FormResolver(
                FormLimits.ofFiles(
                        settings.uploads().requestBytes(), settings.uploads().files() + FORM_FIELDS),
                DataFolder.uploads(settings.data()));
    }

    private static HikariDataSource pool(DatabaseAddress.Login login, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("loupe");
        pool.setJdbcUrl(login.url());
        Properties who = login.who();
        pool.setDataSourceProperties(who);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(LONGEST_WAIT_FOR_CONNECTION.toMillis());
        return pool;
    }
}
