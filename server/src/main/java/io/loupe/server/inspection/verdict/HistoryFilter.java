package io.loupe.server.inspection.verdict;

import io.loupe.vision.threshold.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which verdicts are wanted; what is null does not matter.
 *
 * @param version its label, 1.2
 * @param from not before this
 * @param to before this
 * @param filename the whole name
 */
public record HistoryFilter(
        @Nullable Verdict verdict,
        @Nullable String version,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String filename,
        @Nullable UUID job) {
    /** All of them. */
    public static final HistoryFilter NONE = new HistoryFilter(null, null, null, null, null, null);

    /** Those of a version, by its label. */
    public static HistoryFilter ofVersion(String label) {
        return new HistoryFilter(null, label, null, null, null, null);
    }

    /**
     * A condition as SQL and its parameters. Time does not run backwards along sequences, so that a time is a place in them,
     * and every filter is a part of an index that is ordered by sequence.
     */
    record Condition(String sql, List<Object> parameters) {}

    Condition condition(UUID project) {
        StringBuilder sql = new StringBuilder("project_id = ?");
        List<Object> parameters = new ArrayList<>(List.of(project));
        equal(sql, parameters, "verdict", verdict == null ? null : verdict.name());
        equal(sql, parameters, "version", version);
        equal(sql, parameters, "filename", filename);
        equal(sql, parameters, "job_id", job);
        if (from != null) {
            sql.append(" AND sequence >= (SELECT sequence FROM verdict WHERE project_id = ? AND at >= ?"
                    + " ORDER BY at, sequence LIMIT 1)");
            parameters.addAll(List.of(project, from.atOffset(ZoneOffset.UTC)));
        }
        if (to != null) {
            sql.append(" AND sequence <= (SELECT sequence FROM verdict WHERE project_id = ? AND at < ?"
                    + " ORDER BY at DESC, sequence DESC LIMIT 1)");
            parameters.addAll(List.of(project, to.atOffset(ZoneOffset.UTC)));
        }
        return new Condition(sql.toString(), parameters);
    }

    private static void equal(StringBuilder sql, List<Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
        }
    }
}
