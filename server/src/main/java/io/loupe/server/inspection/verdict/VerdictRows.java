package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.vision.threshold.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Between rows of {@code verdict} and what they mean. */
@Component
final class VerdictRows {
    /** What a list shows: all but the map. */
    static final String COLUMNS =
            "sequence, at, job_id, filename, picture_sha256, picture_type, width, height, verdict, score, warn_score,"
                    + " fail_score, version_id, version, threshold_revision, operator_id, operator_name, details,"
                    + " previous_hash, hash";

    /** All but the hashes, in the order in which they are hashed. */
    static final List<String> HASHED = List.of(
            "tenant_id",
            "project_id",
            "sequence",
            "at",
            "job_id",
            "filename",
            "picture_sha256",
            "picture_type",
            "width",
            "height",
            "verdict",
            "score",
            "warn_score",
            "fail_score",
            "version_id",
            "version",
            "threshold_revision",
            "operator_id",
            "operator_name",
            "details",
            "map");

    private final JsonMapper json;

    VerdictRows(JsonMapper json) {
        this.json = json;
    }

    /** The values of the columns that are hashed, in their order. */
    List<@Nullable Object> hashed(TenantId tenant, UUID project, long sequence, Instant at, NewVerdict verdict) {
        Judgement said = verdict.judgement();
        return Arrays.asList(
                tenant.value(),
                project,
                sequence,
                at,
                said.job().orElse(null),
                said.filename(),
                said.picture().sha256(),
                said.pictureType(),
                said.width(),
                said.height(),
                said.verdict().name(),
                said.score(),
                said.warnScore(),
                said.failScore(),
                said.versionId(),
                said.version(),
                said.thresholdRevision(),
                said.operator().userId(),
                said.operator().name(),
                json.writeValueAsString(said.details()),
                verdict.map().toBytes());
    }

    /** The same of a row that has them all. */
    static List<@Nullable Object> hashed(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : HASHED) {
            values.add(
                    switch (column) {
                        case "at" -> row.getTimestamp(column).toInstant();
                        case "details" -> row.getString(column);
                        default -> row.getObject(column);
                    });
        }
        return values;
    }

    HistoryRow row(ResultSet row, int number) throws SQLException {
        Judgement judgement = new Judgement(
                Optional.ofNullable(row.getObject("job_id", UUID.class)),
                row.getString("filename"),
                new ObjectKey(row.getString("picture_sha256")),
                row.getString("picture_type"),
                row.getInt("width"),
                row.getInt("height"),
                Verdict.valueOf(row.getString("verdict")),
                row.getDouble("score"),
                row.getDouble("warn_score"),
                row.getDouble("fail_score"),
                row.getObject("version_id", UUID.class),
                row.getString("version"),
                row.getInt("threshold_revision"),
                new Operator(row.getObject("operator_id", UUID.class), row.getString("operator_name")),
                json.readValue(row.getString("details"), Details.class));
        return new HistoryRow(
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                judgement,
                hex(row.getBytes("previous_hash")),
                hex(row.getBytes("hash")));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
