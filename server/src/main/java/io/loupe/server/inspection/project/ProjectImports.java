package io.loupe.server.inspection.project;

import io.loupe.index.TenantId;
import io.loupe.server.imports.ImportPlace;
import io.loupe.server.imports.ImportPlaces;
import io.loupe.server.imports.ImportPlaces.ZipUpload;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Starts imports into projects. */
@Service
public class ProjectImports {
    private final Jobs jobs;
    private final ImportPlaces places;

    ProjectImports(Jobs jobs, ImportPlaces places) {
        this.jobs = jobs;
        this.places = places;
    }

    /**
     * Imports a folder of the server's machine.
     *
     * @throws ProblemException if the settings do not allow it
     */
    public Job folder(TenantId tenant, UUID project, Labelling labelling, String folder, Optional<UUID> by) {
        return start(tenant, project, labelling, places.folder(folder), by);
    }

    /**
     * Imports a ZIP file, which is kept first.
     *
     * @throws ProblemException if it is none, or holds too many files
     */
    public Job zip(TenantId tenant, UUID project, Labelling labelling, ZipUpload upload, Optional<UUID> by) {
        return places.zip(upload, place -> start(tenant, project, labelling, place, by));
    }

    private Job start(TenantId tenant, UUID project, Labelling labelling, ImportPlace place, Optional<UUID> by) {
        return jobs.start(
                tenant,
                ProjectImportJob.TYPE,
                new ProjectImportJob.Request(project, place, labelling.label(), labelling.defectType()),
                by);
    }
}
