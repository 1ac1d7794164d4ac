package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.threshold.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps verdicts, each with the hash of the one before. Whoever adds some holds the end of the project's chain until they are
 * committed, so that sequences have no gaps and time does not run backwards along them.
 */
@Repository
class VerdictChain {
    /** Adds a verdict and makes it the end of the chain. */
    private static final String ADD = """
            WITH added AS (
                INSERT INTO verdict (%s, previous_hash, hash) VALUES (%s, ?, ?) RETURNING project_id, sequence, at, hash)
            UPDATE verdict_chain SET last = added.sequence, head = added.hash, at = added.at
            FROM added WHERE verdict_chain.project_id = added.project_id""".formatted(
                    String.join(", ", VerdictRows.HASHED),
                    VerdictRows.HASHED.stream()
                            .map(column -> column.equals("details") ? "?::json" : "?")
                            .collect(Collectors.joining(", ")));

    private final TenantTransactions transactions;
    private final VerdictRows rows;
    private final InstantSource clock;

    /**
     * Where a chain ends, and what judges in its project.
     *
     * @param version null if nothing does
     */
    @SuppressWarnings("ArrayRecordComponent") // read once
    private record End(
            long last, byte[] head, Instant at, @Nullable UUID version, int thresholdRevision) {
        boolean isJudgedLike(Judgement judgement) {
            return judgement.versionId().equals(version) && judgement.thresholdRevision() == thresholdRevision;
        }
    }

    VerdictChain(TenantTransactions transactions, VerdictRows rows, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Adds verdicts in one transaction, in their order.
     *
     * @return empty if the project judges by another version or threshold by now; then none is added
     * @throws ProblemException if there is no such project
     */
    Optional<List<HistoryRow>> append(TenantId tenant, UUID project, List<NewVerdict> verdicts) {
        return transactions.in(
                tenant,
                jdbc -> Optional.of(lockEnd(jdbc, project))
                        .filter(end ->
                                verdicts.stream().map(NewVerdict::judgement).allMatch(end::isJudgedLike))
                        .map(end -> add(jdbc, tenant, project, end, verdicts)));
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
                        SELECT last, head, at, version.id AS version_id, threshold_revision
                        FROM verdict_chain LEFT JOIN model_version version ON version.id = (
                            SELECT version_id FROM activation WHERE activation.project_id = verdict_chain.project_id
                                AND rolled_back_at IS NULL ORDER BY number DESC LIMIT 1)
                        WHERE verdict_chain.project_id = ? FOR UPDATE OF verdict_chain""")
                .param(project)
                .query((row, _) -> new End(
                        row.getLong("last"),
                        row.getBytes("head"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("version_id", UUID.class),
                        row.getInt("threshold_revision")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("project", project));
    }

    private List<HistoryRow> add(JdbcClient jdbc, TenantId tenant, UUID project, End end, List<NewVerdict> verdicts) {
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
            jdbc.sql(ADD).params(parameters).update();
            kept.add(new HistoryRow(
                    sequence, at, verdict.judgement(), VerdictRows.hex(previous), VerdictRows.hex(hash)));
            previous = hash;
        }
        return kept;
    }
}
