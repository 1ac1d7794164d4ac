package io.loupe.server.imports.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.imports.Imports;
import io.loupe.server.jobs.Job;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Brings many pictures at once; the answer is the job that does it. */
@Tag(name = "imports", description = "Many pictures at once")
@RestController
@RequestMapping("/api/imports")
final class ImportController {
    private final Imports imports;

    /** What to import. */
    record FolderImport(@Nullable String folder, @Nullable List<String> tags) {}

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Import a folder of the server's machine, with everything below it",
            description = "It must be below one that the setting import.folders names.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job importFolder(Caller caller, @RequestBody FolderImport what) {
        if (what.folder() == null || what.folder().isBlank()) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "folder is missing.");
        }
        return imports.folder(
                caller.tenant(), what.folder(), Objects.requireNonNullElse(what.tags(), List.of()), caller.person());
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Import a ZIP file",
            description =
                    "Files in it that are no pictures are listed as the job's failures; ZIPs in it are not opened.")
    @PostMapping(path = "/zip", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job importZip(
            Caller caller,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable List<String> tags) {
        return imports.zip(
                caller.tenant(), file::transferTo, Objects.requireNonNullElse(tags, List.of()), caller.person());
    }
}
