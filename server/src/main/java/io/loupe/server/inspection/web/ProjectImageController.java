package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.index.TenantId;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.Labelling;
import io.loupe.server.inspection.project.Masks;
import io.loupe.server.inspection.project.ProjectImage;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.project.ProjectPictures;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.library.IngestOutcome;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The pictures that a project learns from and is tested with. */
@Tag(name = "projects", description = "Products that are inspected")
@RestController
@RequestMapping("/api/projects/{project_id}/images")
final class ProjectImageController {
    private final Projects projects;
    private final ProjectImages images;
    private final ProjectPictures pictures;
    private final Masks masks;
    private final Images library;
    private final ImageViews views;
    private final PictureRoom room;

    /**
     * What became of a file.
     *
     * @param duplicate whether the library had these very bytes; it belongs to the project all the same
     * @param error why it was refused, or why its mask was
     */
    record Added(
            String filename,
            @JsonProperty("image_id") @Nullable ImageId imageId,
            boolean duplicate,
            IngestOutcome.Status status,
            @Nullable PictureProblem error,
            Label label) {
        private static Added of(ProjectPictures.Outcome outcome, Label label) {
            return new Added(
                    outcome.filename(),
                    outcome.image().map(ImageId::new).orElse(null),
                    outcome.status() == IngestOutcome.Status.DUPLICATE,
                    outcome.status(),
                    outcome.problem().orElse(null),
                    label);
        }
    }

    /** What became of all files, in their order, and of masks that belong to none. */
    record AddedImages(List<Added> items) {}

    /** What to change; what is left out stays as it is. */
    record LabelChange(
            @Nullable String label,
            @JsonProperty("defect_type") @Nullable String defectType) {}

    ProjectImageController(
            Projects projects,
            ProjectImages images,
            ProjectPictures pictures,
            Masks masks,
            Images library,
            ImageViews views,
            PictureRoom room) {
        this.projects = projects;
        this.images = images;
        this.pictures = pictures;
        this.masks = masks;
        this.library = library;
        this.views = views;
        this.room = room;
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Bring pictures to a project",
            description =
                    "They are pictures of the library, too. Each file is answered by itself: one that is no picture"
                            + " does not stop the others. label is good, what a training learns from, or defect, what a model is"
                            + " tested with. masks say where the defects are (what is not black is): each is called as its"
                            + " picture, or as it with _mask before the ending.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    AddedImages addImages(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @RequestParam List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(name = "defect_type", required = false) @Nullable String defectType,
            @RequestParam(required = false) @Nullable List<MultipartFile> masks) {
        projects.get(caller.tenant(), projectId);
        room.requireFew(files);
        List<MultipartFile> maskFiles = Objects.requireNonNullElse(masks, List.of());
        room.requireFew(maskFiles);
        Labelling labelling = Labelling.of(label, defectType);
        if (labelling.label() == Label.GOOD && !maskFiles.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "masks say where defects are; send them with label=defect.");
        }
        Origin origin =
                new Origin(caller.person().isPresent() ? Source.UPLOAD : Source.API, caller.person(), List.of());
        return new AddedImages(pictures
                .add(
                        caller.tenant(),
                        projectId,
                        labelling,
                        origin,
                        files.stream().map(ProjectImageController::upload).toList(),
                        maskFiles.stream().map(ProjectImageController::upload).toList())
                .stream()
                .map(outcome -> Added.of(outcome, labelling.label()))
                .toList());
    }

    private static Upload upload(MultipartFile file) {
        return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream);
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "List the pictures of a project as they came, without those in the trash")
    @GetMapping
    Page<ProjectImageView> listProjectImages(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<ProjectImage> page = images.list(
                caller.tenant(),
                projectId,
                Optional.ofNullable(label).map(Label::of),
                NumberedRequest.of(limit, cursor));
        Map<UUID, Image> rows = library.rows(
                caller.tenant(), page.items().stream().map(ProjectImage::image).toList());
        List<ProjectImageView> shown = page.items().stream()
                .flatMap(image -> Optional.ofNullable(rows.get(image.image()))
                        .map(row -> ProjectImageView.of(caller.tenant(), image, row, views))
                        .stream())
                .toList();
        return new Page<>(shown, page.next());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Label a picture of a project anew",
            description =
                    "What is left out stays as it is; a picture that is said to be good loses defect_type and mask.")
    @PatchMapping("/{image_id}")
    ProjectImageView changeProjectImage(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @PathVariable("image_id") String id,
            @RequestBody LabelChange change) {
        UUID image = ImageId.inPath(id).value();
        Labelling before = images.get(caller.tenant(), projectId, image).labelling();
        Label label = change.label() == null ? before.label() : Label.of(change.label());
        String defectType = change.defectType() == null && label == Label.DEFECT
                ? before.defectType()
                : Objects.requireNonNullElse(change.defectType(), "");
        ProjectImage after = pictures.label(caller.tenant(), projectId, image, Labelling.of(label.text(), defectType));
        return view(caller.tenant(), after);
    }

    private ProjectImageView view(TenantId tenant, ProjectImage image) {
        return ProjectImageView.of(tenant, image, library.get(tenant, image.image()), views);
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Take a picture out of a project; it stays in the library")
    @DeleteMapping("/{image_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeProjectImage(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("image_id") String id) {
        pictures.remove(caller.tenant(), projectId, ImageId.inPath(id).value());
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Say where the defect of a picture is",
            description = "What is not black in the file is the defect; it is brought to the size of the picture.")
    @PutMapping(path = "/{image_id}/mask", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ProjectImageView putMask(
            Caller caller,
            @PathVariable("project_id") UUID projectId,
            @PathVariable("image_id") String id,
            @RequestParam MultipartFile file) {
        UUID image = ImageId.inPath(id).value();
        images.get(caller.tenant(), projectId, image);
        masks.put(caller.tenant(), projectId, image, upload(file));
        return view(caller.tenant(), images.get(caller.tenant(), projectId, image));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Forget where the defect of a picture is")
    @DeleteMapping("/{image_id}/mask")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMask(Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("image_id") String id) {
        masks.remove(caller.tenant(), projectId, ImageId.inPath(id).value());
    }
}
