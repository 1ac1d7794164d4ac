package io.loupe.server.inspection.training;

import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.project.Projects;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.inspection.version.ModelVersion.Change;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.NewVersion;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Learns from the good pictures of a project, asks what was learned about its defects, and makes it the version that judges.
 * A training that was killed begins again.
 */
@Component
final class TrainingJob implements JobHandler {
    private final ProjectImages images;
    private final Originals originals;
    private final DefectTest defectTest;
    private final ModelVersions versions;
    private final Set<UUID> projectsAtIt = ConcurrentHashMap.newKeySet();

    TrainingJob(ProjectImages images, Originals originals, DefectTest defectTest, ModelVersions versions) {
        this.images = images;
        this.originals = originals;
        this.defectTest = defectTest;
        this.versions = versions;
    }

    @Override
    public String type() {
        return Projects.TRAINING_JOB;
    }

    @Override
    public void run(JobRun run) {
        TrainingRequest request = run.request(TrainingRequest.class);
        if (versions.ofJob(run.tenant(), run.id()).isPresent()) {
            return; // killed after its version was kept and before that was written down
        }
        if (!projectsAtIt.add(request.project())) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The project is learning already. Try again when that training has ended.");
        }
        try {
            train(run, request);
        } finally {
            projectsAtIt.remove(request.project());
        }
    }

    private void train(JobRun run, TrainingRequest request) {
        JobProgress progress = new JobProgress(run);
        List<LearnedPicture> learned = new ArrayList<>();
        try (Detector detector = learn(run, request, learned, progress)) {
            Optional<VersionTest> test = test(run, request, detector, progress);
            progress.endPhase();
            run.message("keeping the model");
            versions.add(
                    run.tenant(),
                    new NewVersion(
                            request.project(),
                            Change.TRAINING,
                            Optional.empty(),
                            Optional.of(run.id()),
                            detector,
                            learned,
                            test,
                            run.startedBy()),
                    true);
            run.message("learned from %,d good pictures".formatted(learned.size()));
        }
    }

    /** The same calls in the same order as the command line makes them, so that both learn the same. */
    private Detector learn(JobRun run, TrainingRequest request, List<LearnedPicture> learned, Progress progress) {
        List<Example> good = examples(run, request, Label.GOOD);
        try (Training training = Training.start(request.settings(), EncoderSettings.defaults())) {
            int[] done = {0};
            originals
                    .look(run.tenant(), good, (example, image) -> training.prepare(example.name(), image))
                    .forEach(seen -> {
                        seen.made()
                                .ifPresentOrElse(
                                        prepared -> {
                                            training.add(prepared);
                                            learned.add(seen.example().learned());
                                        },
                                        () -> run.log("Skipped: " + seen.complaint()));
                        progress.report("reading good pictures", ++done[0], good.size());
                    });
            if (learned.size() < Training.MIN_PICTURES) {
                throw Trainings.tooFew(learned.size());
            }
            return training.finish(progress, request.blindSpotTrials());
        } catch (UnableToOpenEncoderException | IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    private Optional<VersionTest> test(JobRun run, TrainingRequest request, Detector detector, Progress progress) {
        List<Example> defects = examples(run, request, Label.DEFECT);
        return defects.isEmpty()
                ? Optional.empty()
                : Optional.of(defectTest.run(
                        run.tenant(), detector, defects, progress, complaint -> run.log("Skipped: " + complaint)));
    }

    private List<Example> examples(JobRun run, TrainingRequest request, Label label) {
        return Example.of(images.inOrderOfNames(run.tenant(), request.project(), label));
    }
}
