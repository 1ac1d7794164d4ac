package io.loupe.server.inspection.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.project.Project;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects: one for each product that is inspected. */
@Tag(name = "projects", description = "Products that are inspected")
@RestController
@RequestMapping("/api/projects")
final class ProjectController {
    private final Projects projects;

    record NewProject(@Nullable String name, @Nullable String description) {}

    /** What to change; what is left out stays as it is. */
    record ProjectChange(@Nullable String name, @Nullable String description) {}

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "List projects, the newest first")
    @GetMapping
    Page<Project> listProjects(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return projects.list(caller.tenant(), PageRequest.of(limit, cursor));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Create a project")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Project createProject(Caller caller, @RequestBody NewProject project) {
        if (project.name() == null) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "name is missing.");
        }
        return projects.create(
                caller.tenant(),
                project.name(),
                Objects.requireNonNullElse(project.description(), ""),
                caller.person());
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "One project")
    @GetMapping("/{project_id}")
    Project getProject(Caller caller, @PathVariable("project_id") UUID projectId) {
        return projects.get(caller.tenant(), projectId);
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Rename or describe a project")
    @PatchMapping("/{project_id}")
    Project changeProject(
            Caller caller, @PathVariable("project_id") UUID projectId, @RequestBody ProjectChange change) {
        return projects.edit(caller.tenant(), projectId, new Projects.Edit(change.name(), change.description()));
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(
            summary = "Delete a project with its models and verdicts; this cannot be undone",
            description = "name repeats the project's name as confirmation. Its pictures stay in the library.")
    @DeleteMapping("/{project_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteProject(
            Caller caller, @PathVariable("project_id") UUID projectId, @RequestParam(defaultValue = "") String name) {
        projects.delete(caller.tenant(), projectId, name);
    }
}
