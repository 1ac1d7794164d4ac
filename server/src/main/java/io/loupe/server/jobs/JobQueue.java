package io.loupe.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.loupe.index.TenantId;
import io.loupe.server.platform.secret.SecretFile;
import io.loupe.server.platform.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says when which job runs: db-scheduler, with a row for each job that waits or runs. */
@Component
final class JobQueue implements SmartLifecycle {
    static final String TASK = "job";
    private static final int AT_A_TIME = 4;

    /** What nobody woke us for: rows of other servers, and of those that died. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration AFTER_A_LOST_DATABASE = Duration.ofSeconds(10);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private final JobRunner runner;
    private final JdbcClient jdbc;
    private final String server;
    private final CustomTask<JobKey> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    /** What the scheduler keeps of a job. */
    record JobKey(TenantId tenant, UUID job) {}

    JobQueue(DataSource dataSource, JobRunner runner, Settings settings, MeterRegistry metrics) {
        this.runner = runner;
        this.jdbc = JdbcClient.create(dataSource);
        // Drawn once for a data folder, which one server at a time has: what it is said to be at, a dead one was.
        this.server = SecretFile.readOrDraw(settings.data().resolve("server-id"));
        this.task = Tasks.custom(TASK, JobKey.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_LOST_DATABASE))
                .execute((instance, _) -> run(instance.getData()));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .schedulerName(new SchedulerName.Fixed(server))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .serializer(new KeyText())
                .threads(AT_A_TIME)
                // Platform threads: a job may compute for minutes, and virtual ones give their core to nobody
                // meanwhile.
                .executorService(Executors.newFixedThreadPool(
                        AT_A_TIME, Thread.ofPlatform().daemon().name("job-", 1).factory()))
                .pollingInterval(LOOK_AGAIN)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(TIME_TO_STOP)
                .build();
        Gauge.builder("jobs.queued", this, JobQueue::waiting)
                .description("Jobs that wait for their turn")
                .register(metrics);
    }

    /** Lets a job run as soon as the transaction of the caller has committed, and never if it does not. */
    void add(TenantId tenant, UUID job) {
        String once = UUID.randomUUID().toString(); // a job may be retried while the row of its last run still goes
        scheduler.schedule(task.instance(once, new JobKey(tenant, job)), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private CompletionHandler<JobKey> run(JobKey key) {
        return switch (runner.run(key.tenant(), key.job())) {
            case FINISHED -> new CompletionHandler.OnCompleteRemove<>();
            case TO_BE_CONTINUED ->
                (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(LOOK_AGAIN));
        };
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = ? AND NOT picked")
                .param(TASK)
                .query(Long.class)
                .single();
    }

    @Override
    public void start() {
        // What a stopped server put back, and what a killed one had, need not wait until it is missed.
        jdbc.sql("UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,"
                        + " execution_time = least(execution_time, now()), version = version + 1"
                        + " WHERE task_name = ? AND (NOT picked OR picked_by = ?)")
                .params(TASK, server)
                .update();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        runner.stopAll();
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A row's data as a text that people can read, in place of Java's serialization. */
    private static final class KeyText implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            JobKey key = (JobKey) data;
            return "%s %s".formatted(key.tenant(), key.job()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            String[] ids = new String(bytes, StandardCharsets.US_ASCII).split(" ", 2);
            return type.cast(new JobKey(TenantId.parse(ids[0]), UUID.fromString(ids[1])));
        }
    }
}
