package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The verdicts of projects, to be read. */
@Repository
public class History {
    private final TenantTransactions transactions;
    private final VerdictRows rows;

    /** What it takes to draw a verdict. */
    record Drawn(HistoryRow row, ScoreMap map) {}

    /** A list as SQL and its parameters. */
    record Query(String sql, List<Object> parameters) {}

    History(TenantTransactions transactions, VerdictRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * A part of a history, the newest first.
     *
     * @param before only those before this sequence
     * @throws ProblemException if there is no such project
     */
    public Page<HistoryRow> list(TenantId tenant, UUID project, HistoryFilter filter, long before, int limit) {
        Query query = query(project, filter, before, limit + 1);
        return transactions.in(tenant, jdbc -> {
            requireProject(jdbc, project);
            return Page.of(
                    jdbc.sql(query.sql())
                            .params(query.parameters())
                            .query(rows::row)
                            .list(),
                    limit,
                    row -> String.valueOf(row.sequence()));
        });
    }

    static Query query(UUID project, HistoryFilter filter, long before, int limit) {
        HistoryFilter.Condition condition = filter.condition(project);
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(List.of(before, limit));
        return new Query(
                "SELECT %s FROM verdict WHERE %s AND sequence < ? ORDER BY sequence DESC LIMIT ?"
                        .formatted(VerdictRows.COLUMNS, condition.sql()),
                parameters);
    }

    /**
     * One verdict.
     *
     * @throws ProblemException if the project has no such verdict
     */
    public HistoryRow get(TenantId tenant, UUID project, long sequence) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT %s FROM verdict WHERE project_id = ? AND sequence = ?"
                                .formatted(VerdictRows.COLUMNS))
                        .params(project, sequence)
                        .query(rows::row)
                        .optional()
                        .orElseThrow(() -> ProblemException.notFound("verdict", sequence)));
    }

    /** One verdict with what its pictures are drawn from. */
    Drawn drawn(TenantId tenant, UUID project, long sequence) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT %s, map FROM verdict WHERE project_id = ? AND sequence = ?"
                                .formatted(VerdictRows.COLUMNS))
                        .params(project, sequence)
                        .query((row, number) -> new Drawn(rows.row(row, number), ScoreMap.read(row.getBytes("map"))))
                        .optional()
                        .orElseThrow(() -> ProblemException.notFound("verdict", sequence)));
    }

    /**
     * Makes sure that there is a project.
     *
     * @throws ProblemException if there is no such project
     */
    public void requireProject(TenantId tenant, UUID project) {
        transactions.in(tenant, jdbc -> {
            requireProject(jdbc, project);
            return null;
        });
    }

    private static void requireProject(JdbcClient jdbc, UUID project) {
        boolean exists = jdbc.sql("SELECT EXISTS (SELECT FROM verdict_chain WHERE project_id = ?)")
                .param(project)
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw ProblemException.notFound("project", project);
        }
    }
}
