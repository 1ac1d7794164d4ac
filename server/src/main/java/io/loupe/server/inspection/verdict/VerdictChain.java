package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.threshold.Verdict;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps verdicts, each with the hash of the one before. Whoever adds some holds the end of the project's chain until they are
 * committed, so that sequences have no gaps and time does not run backwards along them.
 */
@Repository
class VerdictChain {
    private static final String INSERT = "INSERT INTO verdict (%s, previous_hash, hash) VALUES (%s, ?, ?)"
            .formatted(
                    String.join(", ", VerdictRows.HASHED),
                    String.join(
                            ", ",
                            VerdictRows.HASHED.stream()
                                    .map(column -> column.equals("details") ? "?::json" : "?")
                                    .toList()));

    private final TenantTransactions transactions;
    private final VerdictRows rows;
    private final InstantSource clock;

    @SuppressWarnings("ArrayRecordComponent") // read once
    private record End(long last, byte[] head, Instant at) {}

    VerdictChain(TenantTransactions transactions, VerdictRows rows, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Adds verdicts in one transaction, in their order.
     *
     * @throws ProblemException if there is no such project
     */
    List<HistoryRow> append(TenantId tenant, UUID project, List<NewVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return List.of();
        }
        return transactions.in(tenant, jdbc -> {
            End end = lockEnd(jdbc, project);
            List<HistoryRow> kept = insert(jdbc, tenant, project, end, verdicts);
            jdbc.sql("UPDATE verdict_chain SET last = ?, head = decode(?, 'hex') WHERE project_id = ?")
                    .params(kept.getLast().sequence(), kept.getLast().hash(), project)
                    .update();
            return kept;
        });
    }

    /** The verdicts that these items of a job have already. */
    Map<String, Verdict> verdictsOfJob(TenantId tenant, UUID project, UUID job, List<String> items) {
        return transactions.in(tenant, jdbc -> {
            Map<String, Verdict> verdicts = new HashMap<>();
            jdbc.sql("SELECT filename, verdict FROM verdict WHERE project_id = ? AND job_id = ? AND filename = ANY (?)")
                    .params(project, job, items.toArray(String[]::new))
                    .query(row -> {
                        verdicts.put(row.getString("filename"), Verdict.valueOf(row.getString("verdict")));
                    });
            return verdicts;
        });
    }

    private static End lockEnd(JdbcClient jdbc, UUID project) {
        return jdbc.sql("""
                        SELECT last, head, (SELECT at FROM verdict
                            WHERE verdict.project_id = verdict_chain.project_id AND sequence = last) AS at
                        FROM verdict_chain WHERE project_id = ? FOR UPDATE""")
                .param(project)
                .query((row, _) -> new End(row.getLong("last"), row.getBytes("head"), timeOf(row.getTimestamp("at"))))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("project", project));
    }

    private static Instant timeOf(@Nullable Timestamp at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private List<HistoryRow> insert(
            JdbcClient jdbc, TenantId tenant, UUID project, End end, List<NewVerdict> verdicts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isBefore(end.at()) ? end.at() : now;
        List<HistoryRow> kept = new ArrayList<>();
        byte[] previous = end.head();
        for (NewVerdict verdict : verdicts) {
            long sequence = end.last() + kept.size() + 1;
            List<@Nullable Object> columns = rows.hashed(tenant, project, sequence, at, verdict);
            byte[] hash = ChainHash.of(previous, columns);
            List<@Nullable Object> parameters = new ArrayList<>(columns);
            Collections.replaceAll(parameters, at, at.atOffset(ZoneOffset.UTC));
            Collections.addAll(parameters, previous, hash);
            jdbc.sql(INSERT).params(parameters).update();
            kept.add(new HistoryRow(
                    sequence, at, verdict.judgement(), VerdictRows.hex(previous), VerdictRows.hex(hash)));
            previous = hash;
        }
        return kept;
    }
}
