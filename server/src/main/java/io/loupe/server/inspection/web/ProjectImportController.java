package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.project.Labelling;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.project.ProjectImports;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.jobs.Job;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.filter.FilterParser;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Many pictures at once for a project: from a ZIP file, a folder of the server's machine, or the library. */
@Tag(name = "projects", description = "Products that are inspected")
@RestController
@RequestMapping("/api/projects/{project_id}/images")
final class ProjectImportController {
    private static final int MOST = 10_000;

    private final Projects projects;
    private final ProjectImages images;
    private final ProjectImports imports;

    record FolderOfPictures(
            @Nullable String folder,
            @Nullable String label,
            @JsonProperty("defect_type") @Nullable String defectType) {}

    /** Either pictures by their ids, or all that pass a filter. */
    record PicturesOfLibrary(
            @JsonProperty("image_ids") @Nullable List<ImageId> imageIds,
            @Schema(type = "object") @Nullable JsonNode filter,
            @Nullable String label,
            @JsonProperty("defect_type") @Nullable String defectType) {}

    /** How many pictures it changed something of. */
    record ChangedImages(int changed) {}

    ProjectImportController(Projects projects, ProjectImages images, ProjectImports imports) {
        this.projects = projects;
        this.images = images;
        this.imports = imports;
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Import a ZIP file into a project",
            description = "Files in it that are no pictures are listed as the job's failures.")
    @PostMapping(path = "/zip", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job importZipIntoProject(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(name = "defect_type", required = false) @Nullable String defectType) {
        projects.get(caller.tenant(), projectId);
        Labelling labelling = Labelling.of(label, defectType);
        return imports.zip(caller.tenant(), projectId, labelling, file::transferTo, caller.person());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Import a folder of the server's machine into a project, with everything below it",
            description = "It must be below one that the setting import.folders names.")
    @PostMapping("/folder")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job importFolderIntoProject(
            Caller caller, @PathVariable("project_id") UUID projectId, @RequestBody FolderOfPictures what) {
        projects.get(caller.tenant(), projectId);
        if (what.folder() == null || what.folder().isBlank()) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "folder is missing.");
        }
        Labelling labelling = Labelling.of(what.label(), what.defectType());
        return imports.folder(caller.tenant(), projectId, labelling, what.folder(), caller.person());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Add pictures of the library to a project",
            description = "Either image_ids, or all that pass a filter. Those in the trash are passed over.")
    @PostMapping("/from-library")
    ChangedImages addImagesFromLibrary(
            Caller caller, @PathVariable("project_id") UUID projectId, @RequestBody PicturesOfLibrary what) {
        projects.get(caller.tenant(), projectId);
        Labelling labelling = Labelling.of(what.label(), what.defectType());
        List<ImageId> ids = what.imageIds();
        JsonNode filter = what.filter();
        if ((ids == null) == (filter == null)) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "Name either image_ids or a filter.");
        }
        if (filter != null) {
            return new ChangedImages(
                    images.addFromLibrary(caller.tenant(), projectId, labelling, FilterParser.parse(filter)));
        }
        return new ChangedImages(images.addFromLibrary(caller.tenant(), projectId, labelling, values(ids)));
    }

    private static List<UUID> values(@Nullable List<ImageId> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "image_ids lists from 1 to %,d pictures.".formatted(MOST));
        }
        return ids.stream().map(ImageId::value).toList();
    }
}
