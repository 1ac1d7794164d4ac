package io.loupe.server.inspection.training;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Asks versions about the labelled defects. A training does so itself; what was corrected or brought is asked here, and so is
 * any version once there are other defects than when it was made.
 */
@Service
public class DefectTests {
    private final ModelVersions versions;
    private final Projects projects;
    private final Jobs jobs;

    DefectTests(ModelVersions versions, Projects projects, Jobs jobs) {
        this.versions = versions;
        this.projects = projects;
        this.jobs = jobs;
    }

    /**
     * Starts a test of a version on all labelled defects of its project.
     *
     * @throws ProblemException if there is no such version, or nothing to ask it about
     */
    public Job start(TenantId tenant, UUID project, UUID version, Optional<UUID> by) {
        versions.get(tenant, project, version);
        if (projects.get(tenant, project).defectImages() == 0) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The project has no labelled defects to test with. Add pictures of bad parts as defects first.");
        }
        return start(tenant, new DefectTestJob.Request(project, version, false), by);
    }

    /** The same for a version that was just made: nothing is done where there are no defects, or once another one judges. */
    public void startIfThereAreDefects(TenantId tenant, UUID project, UUID version, Optional<UUID> by) {
        if (projects.get(tenant, project).defectImages() > 0) {
            start(tenant, new DefectTestJob.Request(project, version, true), by);
        }
    }

    private Job start(TenantId tenant, DefectTestJob.Request request, Optional<UUID> by) {
        return jobs.start(tenant, DefectTestJob.TYPE, request, by);
    }
}
