package io.loupe.server.imports;

import io.loupe.index.TenantId;
import io.loupe.server.imports.ImportPlaces.ZipUpload;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Starts imports. */
@Service
public class Imports {
    private final Jobs jobs;
    private final ImportPlaces places;

    Imports(Jobs jobs, ImportPlaces places) {
        this.jobs = jobs;
        this.places = places;
    }

    /**
     * Imports a folder of the server's machine.
     *
     * @throws ProblemException if the settings do not allow it, or a tag is none
     */
    public Job folder(TenantId tenant, String folder, List<String> tags, Optional<UUID> by) {
        return start(tenant, places.folder(folder), tags, by);
    }

    /**
     * Imports a ZIP file, which is kept first.
     *
     * @throws ProblemException if it is none, or holds too many files, or a tag is none
     */
    public Job zip(TenantId tenant, ZipUpload upload, List<String> tags, Optional<UUID> by) {
        return places.zip(upload, place -> start(tenant, place, tags, by));
    }

    private Job start(TenantId tenant, ImportPlace place, List<String> tags, Optional<UUID> by) {
        List<String> checked = new Origin(Source.BATCH, by, tags).tags();
        return jobs.start(tenant, ImportJob.TYPE, new ImportRequest(place, checked), by);
    }
}
