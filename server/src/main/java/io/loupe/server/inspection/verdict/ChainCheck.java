package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.verdict.ChainReport.BrokenLink;
import io.loupe.server.inspection.verdict.ChainReport.Kind;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Computes the chain of a project's verdicts again, some rows at a time, and names the first that does not fit. */
@Repository
public class ChainCheck {
    private static final int AT_A_TIME = 500;
    private static final String SELECT =
            "SELECT %s, previous_hash, hash FROM verdict WHERE project_id = ? AND sequence > ? ORDER BY sequence LIMIT ?"
                    .formatted(String.join(", ", VerdictRows.HASHED));

    private final TenantTransactions transactions;

    @SuppressWarnings("ArrayRecordComponent") // seen here only
    private record Row(long sequence, List<@Nullable Object> columns, byte[] previousHash, byte[] hash) {
        boolean fits(byte[] previous) {
            return Arrays.equals(ChainHash.of(previous, columns), hash);
        }
    }

    /** The end of the chain as it is kept, and the last row there is. */
    @SuppressWarnings("ArrayRecordComponent") // seen here only
    private record End(long last, byte[] head, long lastRow) {}

    ChainCheck(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Checks all verdicts that there are now; those that come meanwhile are left out.
     *
     * @throws ProblemException if there is no such project
     */
    public ChainReport check(TenantId tenant, UUID project) {
        End end = transactions.in(tenant, jdbc -> end(jdbc, project));
        byte[] head = ChainHash.START;
        long checked = 0;
        while (checked < end.last()) {
            List<Row> rows = rows(tenant, project, checked);
            for (Row row : rows) {
                if (checked == end.last()) {
                    break;
                }
                Optional<BrokenLink> problem = problemOf(tenant, project, row, checked + 1, head);
                if (problem.isPresent()) {
                    return broken(checked, head, problem.get());
                }
                head = row.hash();
                checked++;
            }
            if (rows.isEmpty()) {
                return broken(
                        checked,
                        head,
                        missing(checked + 1, "The history had %,d rows, and ends here.".formatted(end.last())));
            }
        }
        if (!Arrays.equals(head, end.head())) {
            return broken(
                    checked,
                    head,
                    new BrokenLink(checked, Kind.CHANGED, "It is not the row that the history is known to end with."));
        }
        if (end.lastRow() > end.last()) {
            return broken(
                    checked,
                    head,
                    new BrokenLink(
                            end.last() + 1,
                            Kind.CHANGED,
                            "It stands behind the end of the history: Loupe did not write it."));
        }
        return new ChainReport(true, checked, VerdictRows.hex(head), null);
    }

    private static End end(JdbcClient jdbc, UUID project) {
        return jdbc.sql("""
                        SELECT last, head, coalesce((SELECT max(sequence) FROM verdict
                            WHERE verdict.project_id = verdict_chain.project_id), 0) AS last_row
                        FROM verdict_chain WHERE project_id = ?""")
                .param(project)
                .query((row, _) -> new End(row.getLong("last"), row.getBytes("head"), row.getLong("last_row")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("project", project));
    }

    private List<Row> rows(TenantId tenant, UUID project, long after) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql(SELECT)
                        .params(project, after, AT_A_TIME)
                        .query((row, _) -> new Row(
                                row.getLong("sequence"),
                                VerdictRows.hashed(row),
                                row.getBytes("previous_hash"),
                                row.getBytes("hash")))
                        .list());
    }

    /** What is wrong with the row that comes next; {@code head} is the hash of the row before. */
    private Optional<BrokenLink> problemOf(TenantId tenant, UUID project, Row row, long expected, byte[] head) {
        if (row.sequence() != expected) {
            return Optional.of(missing(expected, "The next row there is has sequence %d.".formatted(row.sequence())));
        }
        boolean follows = Arrays.equals(row.previousHash(), head);
        boolean isWhole = row.fits(row.previousHash());
        if (follows) {
            return isWhole
                    ? Optional.empty()
                    : Optional.of(new BrokenLink(expected, Kind.CHANGED, "Its hash is not that of what it says."));
        }
        if (row.fits(head)) {
            return Optional.of(new BrokenLink(expected, Kind.CHANGED, "It names another row as the one before it."));
        }
        if (isWhole) { // stands where it was written, so that it is the row before it that is another one
            return Optional.of(new BrokenLink(
                    Math.max(1, expected - 1),
                    Kind.CHANGED,
                    "Row %d was written behind another row than the one that stands before it.".formatted(expected)));
        }
        return Optional.of(
                exists(tenant, project, row.previousHash())
                        ? new BrokenLink(expected, Kind.REORDERED, "It was written at another place of the history.")
                        : missing(
                                expected,
                                "The row that stands here was written behind one that is not there any more."));
    }

    private boolean exists(TenantId tenant, UUID project, byte[] hash) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT EXISTS (SELECT FROM verdict WHERE project_id = ? AND hash = ?)")
                        .params(project, hash)
                        .query(Boolean.class)
                        .single());
    }

    private static BrokenLink missing(long sequence, String detail) {
        return new BrokenLink(sequence, Kind.MISSING, detail);
    }

    private static ChainReport broken(long rows, byte[] head, BrokenLink problem) {
        return new ChainReport(false, rows, VerdictRows.hex(head), problem);
    }
}
