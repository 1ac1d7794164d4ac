package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.imports.ImportPlace;
import io.loupe.server.imports.ImportPlaces;
import io.loupe.server.imports.ImportPlaces.ZipUpload;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Starts inspections of many files. */
@Service
public class InspectJobs {
    private final Jobs jobs;
    private final ImportPlaces places;
    private final ModelVersions versions;

    InspectJobs(Jobs jobs, ImportPlaces places, ModelVersions versions) {
        this.jobs = jobs;
        this.places = places;
        this.versions = versions;
    }

    /**
     * Inspects a folder of the server's machine.
     *
     * @throws ProblemException if the settings do not allow it, or nothing judges in the project
     */
    public Job folder(TenantId tenant, UUID project, String folder, Operator operator) {
        versions.requireActive(tenant, project);
        return start(tenant, project, places.folder(folder), operator);
    }

    /**
     * Inspects the files in a ZIP, which is kept first.
     *
     * @throws ProblemException if it is none, or holds too many files, or nothing judges in the project
     */
    public Job zip(TenantId tenant, UUID project, ZipUpload upload, Operator operator) {
        versions.requireActive(tenant, project);
        return places.zip(upload, place -> start(tenant, project, place, operator));
    }

    private Job start(TenantId tenant, UUID project, ImportPlace place, Operator operator) {
        return jobs.start(
                tenant,
                InspectJob.TYPE,
                new InspectJob.Request(project, place, operator),
                Optional.ofNullable(operator.userId()));
    }
}
