package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loupe.index.TenantId;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.project.Project;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.inspection.training.DefectTests;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.server.jobs.Job;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a project's model: what they are, how they differ, which one judges. */
@Tag(name = "versions", description = "Models of projects")
@RestController
@RequestMapping("/api/projects/{project_id}")
final class VersionController {
    private final Projects projects;
    private final ModelVersions versions;
    private final DefectTests tests;

    /** A version with the pictures that it learned from, as far as they are known here. */
    record VersionWithSnapshot(@JsonUnwrapped VersionView version, List<LearnedPicture> snapshot) {}

    /**
     * The scores that a threshold is seen among.
     *
     * @param heldOut of the good pictures, each as if it had not been learned from
     * @param defects of the defects that were labelled when it was last asked about them
     */
    record Scores(
            @JsonProperty("held_out") List<Double> heldOut, List<VersionTest.Score> defects, ThresholdView threshold) {}

    VersionController(Projects projects, ModelVersions versions, DefectTests tests) {
        this.projects = projects;
        this.versions = versions;
        this.tests = tests;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "List the versions of a project's model, the newest first")
    @GetMapping("/versions")
    Page<VersionView> listVersions(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        projects.get(caller.tenant(), projectId);
        return versions.list(caller.tenant(), projectId, PageRequest.of(limit, cursor))
                .map(VersionView::of);
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "One version, with the pictures that it learned from")
    @GetMapping("/versions/{version_id}")
    VersionWithSnapshot getVersion(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("version_id") UUID versionId) {
        ModelVersion version = versions.get(caller.tenant(), projectId, versionId);
        return new VersionWithSnapshot(
                VersionView.of(version), versions.pictures(caller.tenant(), projectId, versionId));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Compare two versions",
            description = "What is not the same in both, and how many pictures only one of them learned from.")
    @GetMapping("/versions/compare")
    VersionComparison compareVersions(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @RequestParam(required = false) @Nullable UUID a,
            @RequestParam(required = false) @Nullable UUID b) {
        projects.get(caller.tenant(), projectId);
        if (a == null || b == null) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "a and b each name a version by its version_id.");
        }
        return VersionComparison.of(
                VersionView.of(versions.get(caller.tenant(), projectId, a)),
                versions.pictures(caller.tenant(), projectId, a),
                VersionView.of(versions.get(caller.tenant(), projectId, b)),
                versions.pictures(caller.tenant(), projectId, b));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "The scores that a version's threshold is seen among")
    @GetMapping("/versions/{version_id}/scores")
    Scores getScores(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("version_id") UUID versionId) {
        TenantId tenant = caller.tenant();
        ModelVersion version = versions.get(tenant, projectId, versionId);
        return new Scores(
                version.facts().heldOutScores(),
                versions.test(tenant, projectId, versionId)
                        .map(VersionTest::defects)
                        .orElse(List.of()),
                ThresholdView.of(version));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Test a version on the labelled defects",
            description =
                    "On all that the project has now. A job; then the version has new metrics and scores. A training"
                            + " and a correction do so by themselves.")
    @PostMapping("/versions/{version_id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job testVersion(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("version_id") UUID versionId) {
        return tests.start(caller.tenant(), projectId, versionId, caller.person());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Let a version judge from now on")
    @PostMapping("/versions/{version_id}/activate")
    Project activateVersion(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("version_id") UUID versionId) {
        versions.activate(caller.tenant(), projectId, versionId, caller.person());
        return projects.get(caller.tenant(), projectId);
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Let the version judge that was active before")
    @PostMapping("/rollback")
    Project rollBack(Caller caller, @PathVariable("project_id") UUID projectId) {
        versions.rollBack(caller.tenant(), projectId);
        return projects.get(caller.tenant(), projectId);
    }
}
