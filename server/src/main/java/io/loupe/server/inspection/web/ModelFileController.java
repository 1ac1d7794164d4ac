package io.loupe.server.inspection.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.inspection.version.ModelUploads;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Model files, out of a project and into one: the same that {@code loupe train} writes and {@code loupe inspect} reads. */
@Tag(name = "versions", description = "Models of projects")
@RestController
@RequestMapping("/api/projects/{project_id}/versions")
final class ModelFileController {
    private final Projects projects;
    private final ModelVersions versions;
    private final ModelUploads uploads;

    /** A file of a form. */
    private record SentModel(MultipartFile file) implements ModelUploads.ModelFile {
        @Override
        public String name() {
            return Objects.requireNonNullElse(file.getOriginalFilename(), "the file");
        }

        @Override
        public long bytes() {
            return file.getSize();
        }

        @Override
        public void moveTo(Path target) throws IOException {
            file.transferTo(target);
        }
    }

    ModelFileController(Projects projects, ModelVersions versions, ModelUploads uploads) {
        this.projects = projects;
        this.versions = versions;
        this.uploads = uploads;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Download a version's model file",
            description = "'loupe inspect' reads it, and other projects take it. It has the threshold of its training.")
    @GetMapping(path = "/{version_id}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> downloadModel(
            Caller caller, @PathVariable("project_id") UUID projectId, @PathVariable("version_id") UUID versionId) {
        ModelVersion version = versions.get(caller.tenant(), projectId, versionId);
        String name = projects.get(caller.tenant(), projectId).name();
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("%s-%s.loupe".formatted(name, version.label()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .eTag("\"%s\"".formatted(version.file()))
                .body(new FileSystemResource(versions.file(caller.tenant(), version)));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Bring a model file",
            description =
                    "It is checked against the self-tests that it carries, and does not judge until it is activated.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    VersionView uploadModel(
            Caller caller, @PathVariable("project_id") UUID projectId, @RequestParam MultipartFile file) {
        projects.get(caller.tenant(), projectId);
        return VersionView.of(uploads.add(caller.tenant(), projectId, new SentModel(file), caller.person()));
    }
}
