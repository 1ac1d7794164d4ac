package io.loupe.server.inspection.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.OpenDetectors;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks a version that is there already about the labelled defects. One that was killed begins again. */
@Component
final class DefectTestJob implements JobHandler {
    static final String TYPE = "defect-test";

    private final ModelVersions versions;
    private final OpenDetectors detectors;
    private final ProjectImages images;
    private final DefectTest test;

    /** Which version to ask, and whether only as long as it judges. */
    record Request(
            UUID project,
            UUID version,
            @JsonProperty("only_active") boolean onlyActive) {}

    DefectTestJob(ModelVersions versions, OpenDetectors detectors, ProjectImages images, DefectTest test) {
        this.versions = versions;
        this.detectors = detectors;
        this.images = images;
        this.test = test;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) {
        Request request = run.request(Request.class);
        ModelVersion version = versions.get(run.tenant(), request.project(), request.version());
        if (request.onlyActive() && !version.active()) {
            run.message("version %s does not judge any more".formatted(version.label()));
            return;
        }
        List<Example> defects = Example.of(images.inOrderOfNames(run.tenant(), request.project(), Label.DEFECT));
        JobProgress progress = new JobProgress(run);
        VersionTest answers = detectors.use(
                run.tenant(),
                version,
                (detector, _) -> test.run(
                        run.tenant(), detector, defects, progress, complaint -> run.log("Skipped: " + complaint)));
        progress.endPhase();
        versions.keepTest(run.tenant(), request.project(), request.version(), answers);
        run.message("version %s rejects %,d of %,d defects"
                .formatted(
                        version.label(),
                        answers.metrics().detected(),
                        answers.metrics().defects()));
    }
}
