package io.loupe.server.inspection.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.verdict.ChainCheck;
import io.loupe.server.inspection.verdict.ChainReport;
import io.loupe.server.inspection.verdict.History;
import io.loupe.server.inspection.verdict.HistoryExport;
import io.loupe.server.inspection.verdict.HistoryExport.Format;
import io.loupe.server.inspection.verdict.HistoryFilter;
import io.loupe.server.inspection.verdict.HistoryItem;
import io.loupe.server.inspection.verdict.VerdictViews;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.threshold.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of verdicts. */
@Tag(name = "inspection", description = "Verdicts, their history, and what they are made by")
@RestController
@RequestMapping("/api/projects/{project_id}/history")
final class HistoryController {
    private final History history;
    private final HistoryExport exports;
    private final ChainCheck check;
    private final VerdictViews views;

    HistoryController(History history, HistoryExport exports, ChainCheck check, VerdictViews views) {
        this.history = history;
        this.exports = exports;
        this.check = check;
        this.views = views;
    }

    /**
     * Which verdicts are wanted.
     *
     * @param version its label, 1.2
     * @param from not before this
     * @param to before this
     * @param filename the whole name
     */
    record Wanted(
            @Nullable Verdict verdict,
            @Nullable String version,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String filename,

            @BindParam("job_id") @Parameter(name = "job_id") @Nullable
            UUID jobId) {
        HistoryFilter filter() {
            return new HistoryFilter(verdict, version, from, to, filename, jobId);
        }
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "List verdicts, the newest first",
            description = "version is a label such as 1.2, filename the whole name; from and to are times such as"
                    + " 2026-01-31T08:00:00Z, from included.")
    @GetMapping
    Page<HistoryItem> listHistory(
            Caller caller,
            @PathVariable("project_id") UUID project,
            @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        NumberedRequest request = NumberedRequest.of(limit, cursor);
        long before = request.after() == 0 ? Long.MAX_VALUE : request.after();
        return views.of(
                caller.tenant(),
                project,
                history.list(caller.tenant(), project, wanted.filter(), before, request.limit()));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "One verdict")
    @GetMapping("/{sequence}")
    HistoryItem getVerdict(Caller caller, @PathVariable("project_id") UUID project, @PathVariable long sequence) {
        return views.of(caller.tenant(), project, List.of(history.get(caller.tenant(), project, sequence)))
                .getFirst();
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "The verdicts as a file, the newest first",
            description =
                    "format is csv (RFC 4180) or jsonl; in csv, a text that a spreadsheet would take for a formula has"
                            + " an apostrophe before it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/jsonl", schema = @Schema(type = "string"))
            })
    @GetMapping("/export")
    void exportHistory(
            Caller caller,
            @PathVariable("project_id") UUID project,
            @RequestParam(defaultValue = "csv") String format,
            @ParameterObject Wanted wanted,
            HttpServletResponse response)
            throws IOException {
        Format chosen = format(format);
        history.requireProject(caller.tenant(), project);
        response.setContentType(chosen == Format.CSV ? "text/csv; header=present" : "application/jsonl");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("history." + format)
                        .build()
                        .toString());
        exports.write(caller.tenant(), project, wanted.filter(), chosen, response.getOutputStream());
    }

    private static Format format(String text) {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return format;
            }
        }
        throw new ProblemException(
                ProblemCode.INVALID_REQUEST, "format is '%s'; there are csv and jsonl.".formatted(text));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Check that no verdict was changed, taken away or moved since it was given",
            description = "Computes the hash of every verdict again. Note the head elsewhere from time to time: who can"
                    + " write to the database could write a whole history anew, and the head would differ then.")
    @GetMapping("/verify")
    ChainReport verifyHistory(Caller caller, @PathVariable("project_id") UUID project) {
        return check.check(caller.tenant(), project);
    }
}
