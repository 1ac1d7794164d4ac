package io.loupe.server.platform.health;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL answers, and how quickly. */
@Component
final class DatabaseHealth implements HealthPart {
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final JdbcClient jdbc;

    DatabaseHealth(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        long start = System.nanoTime();
        String version = jdbc.sql("SELECT split_part(current_setting('server_version'), ' ', 1)")
                .query((row, _) -> row.getString(1))
                .single();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return took.compareTo(SLOW) < 0
                ? Health.ok("PostgreSQL %s answers within %,d ms.".formatted(version, Math.max(1, took.toMillis())))
                : Health.degraded(
                        "PostgreSQL %s took %,d ms to answer. The machine, or its disk, is busy with something."
                                .formatted(version, took.toMillis()));
    }
}
