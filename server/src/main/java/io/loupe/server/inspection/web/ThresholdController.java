package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.index.TenantId;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.threshold.ThresholdChoice;
import io.loupe.server.inspection.threshold.ThresholdPreview;
import io.loupe.server.inspection.threshold.ThresholdPreview.Bands;
import io.loupe.server.inspection.threshold.Thresholds;
import io.loupe.server.inspection.verdict.HistoryItem;
import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.server.inspection.verdict.VerdictViews;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.vision.threshold.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The threshold of a version. */
@Tag(name = "versions", description = "Models of projects")
@RestController
@RequestMapping("/api/projects/{project_id}/versions/{version_id}/threshold")
final class ThresholdController {
    /** Enough to look at; the counts tell of all. */
    private static final int SHOWN = 20;

    private final Thresholds thresholds;
    private final ModelVersions versions;
    private final VerdictViews views;

    /** One of the three. */
    record Choice(
            @Nullable Double rate,
            @Nullable Double fail,
            @Nullable Boolean reset) {}

    /**
     * What another threshold would change.
     *
     * @param supported what so many good parts can support, in a sentence
     */
    record PreviewOfThreshold(
            ThresholdView threshold, PromiseView promise, String supported, BandsView bands, Flips flips) {}

    /** How many good pictures, each held out, and how many labelled defects would PASS, WARN and FAIL. */
    record BandsView(@JsonProperty("held_out") Bands heldOut, Bands defects) {}

    /**
     * Verdicts that would be another one, by what they would be, the newest twenty of each.
     *
     * @param examined how many of the newest verdicts of this version were looked at
     */
    record Flips(
            int examined,
            @JsonProperty("to_pass") List<HistoryItem> toPass,
            @JsonProperty("to_warn") List<HistoryItem> toWarn,
            @JsonProperty("to_fail") List<HistoryItem> toFail,
            Counts counts) {}

    /** How many verdicts would be another one. */
    record Counts(
            @JsonProperty("to_pass") int toPass,
            @JsonProperty("to_warn") int toWarn,
            @JsonProperty("to_fail") int toFail) {}

    ThresholdController(Thresholds thresholds, ModelVersions versions, VerdictViews views) {
        this.thresholds = thresholds;
        this.versions = versions;
        this.views = views;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "See what another threshold would change",
            description =
                    "By rate, the share of good parts that may fail, or by fail, the score above which a part does.")
    @GetMapping
    PreviewOfThreshold previewThreshold(
            Caller caller,
            @PathVariable("project_id") UUID project,
            @PathVariable("version_id") UUID version,
            @RequestParam(required = false) @Nullable Double rate,
            @RequestParam(required = false) @Nullable Double fail) {
        TenantId tenant = caller.tenant();
        ModelVersion before = versions.get(tenant, project, version);
        ThresholdChoice choice = ThresholdChoice.of(rate, fail, false);
        ThresholdPreview preview = thresholds.preview(tenant, project, version, choice);
        return new PreviewOfThreshold(
                ThresholdView.of(preview.threshold(), before.thresholdRevision() + 1, choice.source()),
                PromiseView.of(preview.threshold()),
                preview.supported(),
                new BandsView(preview.heldOut(), preview.defects()),
                new Flips(
                        preview.examined(),
                        shown(tenant, project, preview, Verdict.PASS),
                        shown(tenant, project, preview, Verdict.WARN),
                        shown(tenant, project, preview, Verdict.FAIL),
                        new Counts(
                                flips(preview, Verdict.PASS).size(),
                                flips(preview, Verdict.WARN).size(),
                                flips(preview, Verdict.FAIL).size())));
    }

    private List<HistoryItem> shown(TenantId tenant, UUID project, ThresholdPreview preview, Verdict to) {
        return views.of(
                tenant, project, flips(preview, to).stream().limit(SHOWN).toList());
    }

    private static List<HistoryRow> flips(ThresholdPreview preview, Verdict to) {
        return preview.flips().getOrDefault(to, List.of());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Let a version judge by another threshold",
            description =
                    "{\"rate\"}, the share of good parts that may fail, {\"fail\"}, the score above which a part does,"
                            + " or {\"reset\": true}, as it was trained. Verdicts that were given stay as they are.")
    @PutMapping
    VersionView moveThreshold(
            Caller caller,
            @PathVariable("project_id") UUID project,
            @PathVariable("version_id") UUID version,
            @RequestBody Choice choice) {
        versions.get(caller.tenant(), project, version);
        return VersionView.of(thresholds.move(
                caller.tenant(),
                project,
                version,
                ThresholdChoice.of(choice.rate(), choice.fail(), Boolean.TRUE.equals(choice.reset()))));
    }
}
