package io.loupe.server.inspection.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.verdict.InspectJobs;
import io.loupe.server.inspection.verdict.InspectedItem;
import io.loupe.server.inspection.verdict.Inspector;
import io.loupe.server.inspection.verdict.Operator;
import io.loupe.server.inspection.verdict.VerdictViews;
import io.loupe.server.jobs.Job;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureRoom;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Judges pictures. */
@Tag(name = "inspection", description = "Verdicts, their history, and what they are made by")
@RestController
final class InspectController {
    private final Inspector inspector;
    private final InspectJobs jobs;
    private final VerdictViews views;
    private final PictureRoom room;

    /** A folder of the server's machine, with everything below it. */
    record InspectedFolder(@Nullable String folder) {}

    /** What became of all files, in their order. */
    record InspectedItems(List<InspectedItem> items) {}

    InspectController(Inspector inspector, InspectJobs jobs, VerdictViews views, PictureRoom room) {
        this.inspector = inspector;
        this.jobs = jobs;
        this.views = views;
        this.room = room;
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Inspect pictures",
            description =
                    "By the project's active version. Each file is answered by itself: one that is no picture has an"
                            + " error and does not stop the others. Every verdict is part of the history before it is answered.")
    @PostMapping(path = "/api/projects/{project_id}/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    InspectedItems inspect(
            Caller caller, @PathVariable("project_id") UUID project, @RequestParam List<MultipartFile> files) {
        room.requireFew(files);
        return new InspectedItems(views.ofInspected(
                caller.tenant(),
                project,
                inspector.inspect(
                        caller.tenant(),
                        project,
                        files.stream().map(InspectController::upload).toList(),
                        Operator.of(caller),
                        Optional.empty())));
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Inspect the files in a ZIP",
            description =
                    "The verdicts are those of the history with this job_id; files that are no pictures are listed as"
                            + " the job's failures.")
    @PostMapping(path = "/api/projects/{project_id}/inspect/zip", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job inspectZip(Caller caller, @PathVariable("project_id") UUID project, @RequestParam MultipartFile file) {
        return jobs.zip(caller.tenant(), project, file::transferTo, Operator.of(caller));
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Inspect a folder of the server's machine",
            description = "It must be below a folder that the setting import.folders names.")
    @PostMapping("/api/projects/{project_id}/inspect/folder")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job inspectFolder(Caller caller, @PathVariable("project_id") UUID project, @RequestBody InspectedFolder what) {
        return jobs.folder(
                caller.tenant(), project, Objects.requireNonNullElse(what.folder(), ""), Operator.of(caller));
    }

    private static Upload upload(MultipartFile file) {
        return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream);
    }
}
