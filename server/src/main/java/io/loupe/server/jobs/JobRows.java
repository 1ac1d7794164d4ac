package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a running job reads and writes of its rows. A save is one transaction: a checkpoint holds what was reported. */
@Component
final class JobRows {
    private static final int MOST_LINES = 1_000;

    private final TenantTransactions transactions;

    /** A job that runs from now on, with where it was if it ran before. */
    record Begun(
            UUID id,
            String type,
            String request,
            Optional<String> checkpoint,
            long done,
            @Nullable Long total,
            String message,
            Optional<UUID> startedBy,
            List<String> retriedItems) {}

    JobRows(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** Marks a job as running; empty if there is nothing left to do for it. */
    Optional<Begun> begin(TenantId tenant, UUID id) {
        return transactions.in(tenant, jdbc -> {
            boolean cancelled = jdbc.sql("SELECT cancel_requested FROM job WHERE id = ? FOR UPDATE")
                    .param(id)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
            if (cancelled) {
                finish(tenant, id, JobState.CANCELLED, null); // killed before it could stop
                return Optional.empty();
            }
            List<String> retried = jdbc.sql("SELECT item FROM job_failure WHERE job_id = ? AND retried ORDER BY number")
                    .param(id)
                    .query((row, _) -> row.getString("item"))
                    .list();
            return jdbc.sql("UPDATE job SET state = 'running', started_at = coalesce(started_at, now()) WHERE id = ?"
                            + " AND state IN ('queued', 'running') RETURNING *")
                    .param(id)
                    .query((row, _) -> begun(row, retried))
                    .optional();
        });
    }

    private static Begun begun(ResultSet row, List<String> retried) throws SQLException {
        return new Begun(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("request"),
                Optional.ofNullable(row.getString("checkpoint")),
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getString("message"),
                Optional.ofNullable(row.getObject("created_by", UUID.class)),
                retried);
    }

    /** Writes what is new; says whether somebody wants the job to stop. */
    boolean save(TenantId tenant, UUID id, Unsaved unsaved) {
        return transactions.in(tenant, jdbc -> {
            addLines(jdbc, tenant, id, unsaved);
            addFailures(jdbc, tenant, id, unsaved);
            return jdbc.sql(
                            "UPDATE job SET done = ?, total = ?, message = ?, checkpoint = coalesce(?::jsonb, checkpoint),"
                                    + " items_failed = (SELECT count(*) FROM job_failure WHERE job_id = job.id AND NOT retried)"
                                    + " WHERE id = ? RETURNING cancel_requested")
                    .param(unsaved.done)
                    .param(unsaved.total)
                    .param(unsaved.message)
                    .param(unsaved.checkpoint)
                    .param(id)
                    .query(Boolean.class)
                    .single();
        });
    }

    private static void addLines(JdbcClient jdbc, TenantId tenant, UUID id, Unsaved unsaved) {
        if (unsaved.lines.isEmpty()) {
            return;
        }
        long last = jdbc.sql("SELECT coalesce(max(number), 0) FROM job_line WHERE job_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO job_line (tenant_id, job_id, number, text)"
                        + " SELECT ?, ?, ? + ordinality, line FROM unnest(?::text[]) WITH ORDINALITY AS new (line)")
                .params(tenant.value(), id, last, unsaved.lines.toArray(String[]::new))
                .update();
        jdbc.sql("DELETE FROM job_line WHERE job_id = ? AND number <= ?")
                .params(id, last + unsaved.lines.size() - MOST_LINES)
                .update();
    }

    private static void addFailures(JdbcClient jdbc, TenantId tenant, UUID id, Unsaved unsaved) {
        if (unsaved.failures.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO job_failure (tenant_id, job_id, item, stage, error)"
                        + " SELECT ?, ?, * FROM unnest(?::text[], ?::text[], ?::text[])"
                        + " ON CONFLICT (job_id, item) DO UPDATE"
                        + " SET stage = excluded.stage, error = excluded.error, at = now(), retried = false")
                .params(
                        tenant.value(),
                        id,
                        unsaved.failures.keySet().toArray(String[]::new),
                        unsaved.failures.values().stream()
                                .map(Unsaved.Failure::stage)
                                .toArray(String[]::new),
                        unsaved.failures.values().stream()
                                .map(Unsaved.Failure::error)
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Ends a job. Items that were tried again are done if it succeeded, and still to be done if it was cancelled; one that
     * failed is still at them.
     */
    void finish(TenantId tenant, UUID id, JobState state, @Nullable String error) {
        transactions.in(tenant, jdbc -> {
            switch (state) {
                case SUCCEEDED ->
                    jdbc.sql("DELETE FROM job_failure WHERE job_id = ? AND retried")
                            .param(id)
                            .update();
                case CANCELLED ->
                    jdbc.sql("UPDATE job_failure SET retried = false WHERE job_id = ?")
                            .param(id)
                            .update();
                case FAILED, QUEUED, RUNNING -> {}
            }
            return jdbc.sql("UPDATE job SET state = ?, error = ?, finished_at = now(),"
                            + " items_failed = (SELECT count(*) FROM job_failure WHERE job_id = job.id)"
                            + " WHERE id = ? AND state IN ('queued', 'running')")
                    .param(state.text())
                    .param(error)
                    .param(id)
                    .update();
        });
    }

    /** Lets a job wait for the next server. */
    void putBack(TenantId tenant, UUID id) {
        transactions.in(
                tenant,
                jdbc -> jdbc.sql("UPDATE job SET state = 'queued' WHERE id = ? AND state = 'running'")
                        .param(id)
                        .update());
    }
}
