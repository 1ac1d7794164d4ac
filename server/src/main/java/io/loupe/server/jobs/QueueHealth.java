package io.loupe.server.jobs;

import io.loupe.server.platform.health.HealthPart;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether jobs get their turn. */
@Component
final class QueueHealth implements HealthPart {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    QueueHealth(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Health check() {
        return jdbc.sql(
                        "SELECT count(*) FILTER (WHERE picked) AS running, count(*) FILTER (WHERE NOT picked) AS waiting,"
                                + " coalesce(extract(epoch FROM now() - min(execution_time) FILTER (WHERE NOT picked)), 0)::bigint"
                                + " AS seconds FROM scheduled_tasks WHERE task_name = ?")
                .param(JobQueue.TASK)
                .query((row, _) ->
                        of(row.getLong("running"), row.getLong("waiting"), Duration.ofSeconds(row.getLong("seconds"))))
                .single();
    }

    static Health of(long running, long waiting, Duration longest) {
        String jobs = "%,d jobs run, %,d wait".formatted(running, waiting);
        return longest.compareTo(LONG) < 0
                ? Health.ok(jobs + ".")
                : Health.degraded(jobs
                        + ", one of them for %,d minutes. See what the running ones are at."
                                .formatted(longest.toMinutes()));
    }
}
