package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.platform.paging.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes histories of any length out as files, some rows at a time. No addresses are in them: those would expire. */
@Component
public final class HistoryExport {
    private static final int AT_A_TIME = 500;
    private static final List<String> COLUMNS = List.of(
            "sequence",
            "at",
            "filename",
            "verdict",
            "score",
            "threshold",
            "warn_threshold",
            "p_value",
            "anomalous_share",
            "regions",
            "width",
            "height",
            "model_version",
            "version_id",
            "threshold_revision",
            "operator",
            "job_id",
            "picture_sha256",
            "previous_hash",
            "hash");

    private final History history;
    private final JsonMapper json;

    /** In which form. */
    public enum Format {
        /** A table, as RFC 4180 has it. */
        CSV,
        /** An object in each line. */
        JSONL
    }

    HistoryExport(History history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    /**
     * Writes what a filter passes, the newest first.
     *
     * @throws io.loupe.server.platform.problem.ProblemException if there is no such project; then nothing is written
     */
    public void write(TenantId tenant, UUID project, HistoryFilter filter, Format format, OutputStream out)
            throws IOException {
        Page<HistoryRow> page = history.list(tenant, project, filter, Long.MAX_VALUE, AT_A_TIME);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (format == Format.CSV) {
            writer.write(line(COLUMNS));
        }
        while (true) {
            for (HistoryRow row : page.items()) {
                writer.write(format == Format.CSV ? line(cells(row)) : object(row) + "\n");
            }
            if (page.next() == null) {
                break;
            }
            page = history.list(tenant, project, filter, page.items().getLast().sequence(), AT_A_TIME);
        }
        writer.flush();
    }

    private String object(HistoryRow row) {
        Judgement said = row.judgement();
        ObjectNode line = json.createObjectNode();
        line.put("sequence", row.sequence());
        line.put("at", row.at().toString());
        line.put("filename", said.filename());
        line.put("verdict", said.verdict().name());
        line.put("score", said.score());
        line.put("threshold", said.failScore());
        line.put("warn_threshold", said.warnScore());
        line.put("width", said.width());
        line.put("height", said.height());
        line.put("model_version", said.version());
        line.put("version_id", said.versionId().toString());
        line.put("threshold_revision", said.thresholdRevision());
        line.set("operator", json.valueToTree(said.operator()));
        line.put("job_id", said.job().map(UUID::toString).orElse(null));
        line.put("picture_sha256", said.picture().sha256());
        line.setAll((ObjectNode) json.valueToTree(said.details()));
        line.put("previous_hash", row.previousHash());
        line.put("hash", row.hash());
        return json.writeValueAsString(line);
    }

    private static List<@Nullable Object> cells(HistoryRow row) {
        Judgement said = row.judgement();
        return Arrays.asList(
                row.sequence(),
                row.at(),
                said.filename(),
                said.verdict(),
                said.score(),
                said.failScore(),
                said.warnScore(),
                said.details().pValue(),
                said.details().anomalousShare(),
                said.details().regions().size(),
                said.width(),
                said.height(),
                said.version(),
                said.versionId(),
                said.thresholdRevision(),
                said.operator().name(),
                said.job().orElse(null),
                said.picture(),
                row.previousHash(),
                row.hash());
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(HistoryExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where that is needed; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
