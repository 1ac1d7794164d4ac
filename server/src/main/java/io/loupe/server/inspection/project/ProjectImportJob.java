package io.loupe.server.inspection.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.imports.ImportPlace;
import io.loupe.server.imports.PictureImport;
import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Imports files into a project. */
@Component
final class ProjectImportJob implements JobHandler {
    static final String TYPE = "project-import";

    private final PictureImport imports;
    private final ProjectPictures pictures;

    /** What to import, and what to say of it. */
    record Request(
            UUID project,
            ImportPlace place,
            Label label,
            @JsonProperty("defect_type") String defectType) {}

    ProjectImportJob(PictureImport imports, ProjectPictures pictures) {
        this.imports = imports;
        this.pictures = pictures;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        Request request = run.request(Request.class);
        Labelling labelling = new Labelling(request.label(), request.defectType());
        imports.run(
                run,
                request.place(),
                List.of(),
                outcomes -> pictures.add(run.tenant(), request.project(), labelling, outcomes));
    }
}
