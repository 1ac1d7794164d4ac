package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of a tenant: starting them, seeing them, cancelling and retrying them. */
@Repository
public class Jobs {
    private static final String COLUMNS =
            "id, type, (request->>'project')::uuid AS project_id, state, done, total, message,"
                    + " error, items_failed, created_at, started_at, finished_at";

    private final TenantTransactions transactions;
    private final JobQueue queue;
    private final JobRunner runner;
    private final JobChanges changes;
    private final JsonMapper json;

    Jobs(TenantTransactions transactions, JobQueue queue, JobRunner runner, JobChanges changes, JsonMapper json) {
        this.transactions = transactions;
        this.queue = queue;
        this.runner = runner;
        this.changes = changes;
        this.json = json;
    }

    /**
     * Starts a job. Inside of a transaction it becomes one with it: the job runs once that has committed, and does not
     * exist if it never does.
     *
     * @param type of a {@link JobHandler}
     * @param request becomes JSON, and what the handler reads
     * @param by the person who asked for it; empty for a program or Loupe itself
     */
    public Job start(TenantId tenant, String type, Object request, Optional<UUID> by) {
        if (runner.handler(type).isEmpty()) {
            throw new IllegalArgumentException("No JobHandler does jobs of type '%s'".formatted(type));
        }
        return transactions.in(tenant, jdbc -> {
            Job job = jdbc.sql("INSERT INTO job (tenant_id, type, request, created_by) VALUES (?, ?, ?::jsonb, ?)"
                            + " RETURNING " + COLUMNS)
                    .param(tenant.value())
                    .param(type)
                    .param(json.writeValueAsString(request))
                    .param(by.orElse(null))
                    .query(Jobs::job)
                    .single();
            queue.add(tenant, job.id());
            return job;
        });
    }

    /** Jobs, the newest first. */
    public Page<Job> list(TenantId tenant, Optional<JobState> state, PageRequest request) {
        return transactions.in(
                tenant,
                jdbc -> Page.of(
                        jdbc.sql("SELECT " + COLUMNS + " FROM job WHERE id < ? AND (?::text IS NULL OR state = ?)"
                                        + " ORDER BY id DESC LIMIT ?")
                                .param(request.before())
                                .param(state.map(JobState::text).orElse(null))
                                .param(state.map(JobState::text).orElse(null))
                                .param(request.limit() + 1)
                                .query(Jobs::job)
                                .list(),
                        request.limit(),
                        job -> job.id().toString()));
    }

    /**
     * One job.
     *
     * @throws ProblemException if this tenant has no such job
     */
    public Job get(TenantId tenant, UUID id) {
        return transactions.in(tenant, jdbc -> find(jdbc, id));
    }

    /** What a job wrote down, from the first line that is still kept. */
    public Page<JobLine> log(TenantId tenant, UUID id, NumberedRequest request) {
        return transactions.in(tenant, jdbc -> {
            find(jdbc, id);
            return Page.of(
                    jdbc.sql("SELECT number, at, text FROM job_line WHERE job_id = ? AND number > ? ORDER BY number"
                                    + " LIMIT ?")
                            .params(id, request.after(), request.limit() + 1)
                            .query((row, _) -> new JobLine(row.getLong("number"), at(row, "at"), row.getString("text")))
                            .list(),
                    request.limit(),
                    line -> String.valueOf(line.number()));
        });
    }

    /** The items that a job could not do. */
    public Page<JobFailure> failures(TenantId tenant, UUID id, NumberedRequest request) {
        return transactions.in(tenant, jdbc -> {
            find(jdbc, id);
            return Page.of(
                    jdbc.sql("SELECT number, item, stage, error, at FROM job_failure WHERE job_id = ? AND number > ?"
                                    + " AND NOT retried ORDER BY number LIMIT ?")
                            .params(id, request.after(), request.limit() + 1)
                            .query((row, _) -> new JobFailure(
                                    row.getLong("number"),
                                    row.getString("item"),
                                    row.getString("stage"),
                                    row.getString("error"),
                                    at(row, "at")))
                            .list(),
                    request.limit(),
                    failure -> String.valueOf(failure.number()));
        });
    }

    /** Stops a job: at once if it waits, between two items if it runs, and not if it is at its end already. */
    public Job cancel(TenantId tenant, UUID id) {
        Job job = transactions.in(tenant, jdbc -> {
            jdbc.sql("UPDATE job SET cancel_requested = true,"
                            + " state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,"
                            + " finished_at = CASE state WHEN 'queued' THEN now() END"
                            + " WHERE id = ? AND state IN ('queued', 'running')")
                    .param(id)
                    .update();
            return find(jdbc, id);
        });
        runner.cancel(id);
        changes.changed(id);
        return job;
    }

    /**
     * Tries again what a job could not do: the items that failed, they alone, or, where it failed as a whole, everything
     * from where it was.
     *
     * @throws ProblemException if it is not at its end, or nothing failed
     */
    public Job retry(TenantId tenant, UUID id) {
        Job retried = transactions.in(tenant, jdbc -> {
            jdbc.sql("SELECT id FROM job WHERE id = ? FOR UPDATE")
                    .param(id)
                    .query(UUID.class)
                    .optional();
            Job job = find(jdbc, id);
            if (!job.state().isFinal()) {
                throw new ProblemException(ProblemCode.CONFLICT, "The job is still at it; wait for its end.");
            }
            if (job.state() != JobState.FAILED) {
                retryItems(jdbc, id);
            }
            jdbc.sql("UPDATE job SET state = 'queued', error = NULL, cancel_requested = false, started_at = NULL,"
                            + " finished_at = NULL WHERE id = ?")
                    .param(id)
                    .update();
            queue.add(tenant, id);
            return find(jdbc, id);
        });
        changes.changed(id);
        return retried;
    }

    private static void retryItems(JdbcClient jdbc, UUID id) {
        int items = jdbc.sql("UPDATE job_failure SET retried = true WHERE job_id = ?")
                .param(id)
                .update();
        if (items == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "Nothing of this job failed; there is nothing to retry.");
        }
        jdbc.sql("UPDATE job SET done = 0, total = ?, items_failed = 0, checkpoint = NULL WHERE id = ?")
                .params(items, id)
                .update();
    }

    /**
     * Watches a job until the answer is closed.
     *
     * @throws ProblemException if this tenant has no such job
     */
    public JobWatch watch(TenantId tenant, UUID id) {
        get(tenant, id);
        return new JobWatch(() -> get(tenant, id), changes, id);
    }

    private static Job find(JdbcClient jdbc, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM job WHERE id = ?")
                .param(id)
                .query(Jobs::job)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        JobState state = JobState.of(row.getString("state"));
        Long total = row.getObject("total", Long.class);
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("project_id", UUID.class),
                state,
                Job.progress(state, row.getLong("done"), total),
                row.getLong("done"),
                total,
                row.getString("message"),
                row.getString("error"),
                row.getLong("items_failed"),
                at(row, "created_at"),
                atOrNull(row, "started_at"),
                atOrNull(row, "finished_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
