package io.loupe.server.inspection.training;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.project.Project;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Training;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Starts trainings, one at a time in each project. */
@Service
public class Trainings {
    private final TenantTransactions transactions;
    private final Projects projects;
    private final Jobs jobs;

    Trainings(TenantTransactions transactions, Projects projects, Jobs jobs) {
        this.transactions = transactions;
        this.projects = projects;
        this.jobs = jobs;
    }

    /**
     * Starts a training on the good pictures of a project; its version is active when it ends.
     *
     * @throws ProblemException if there is no such project, it has too few good pictures, it is learning already, or
     *     something chosen is not to be had
     */
    public Job start(TenantId tenant, UUID project, TrainingChoices choices, Optional<UUID> by) {
        projects.get(tenant, project);
        TrainingRequest request = TrainingRequest.of(project, choices);
        return transactions.in(tenant, _ -> {
            requireReady(projects.hold(tenant, project));
            return jobs.start(tenant, Projects.TRAINING_JOB, request, by);
        });
    }

    private static void requireReady(Project project) {
        if (project.trainingJobId() != null) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The project is learning already (job %s). Wait for the end of that training, or cancel it."
                            .formatted(project.trainingJobId()));
        }
        if (project.goodImages() < Training.MIN_PICTURES) {
            throw tooFew(project.goodImages());
        }
    }

    static ProblemException tooFew(long count) {
        return new ProblemException(
                ProblemCode.INVALID_CONTENT,
                "A training needs at least %d good pictures, and the project has %d. Add pictures of good parts: twenty are a good start, a hundred support the promise that at most 1 good part in 100 fails."
                        .formatted(Training.MIN_PICTURES, count));
    }
}
