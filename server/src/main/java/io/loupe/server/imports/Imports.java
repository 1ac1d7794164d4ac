package io.loupe.server.imports;

import io.loupe.index.TenantId;
import io.loupe.server.imports.ImportRequest.Kind;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Starts imports. */
@Service
public class Imports {
    private final Jobs jobs;
    private final ZipFolder zips;
    private final Settings.Imports limits;

    /** Moves an uploaded file to where it is told. */
    @FunctionalInterface
    public interface ZipUpload {
        void moveTo(Path file) throws IOException;
    }

    Imports(Jobs jobs, ZipFolder zips, Settings settings) {
        this.jobs = jobs;
        this.zips = zips;
        this.limits = settings.imports();
    }

    /**
     * Imports a folder of the server's machine.
     *
     * @throws ProblemException if the settings do not allow it, or a tag is none
     */
    public Job folder(TenantId tenant, String folder, List<String> tags, Optional<UUID> by) {
        Path real = FolderSource.allowed(folder, limits.folders());
        return start(tenant, Kind.FOLDER, real, tags, by);
    }

    /**
     * Imports a ZIP file, which is kept first.
     *
     * @throws ProblemException if it is none, or holds too many files, or a tag is none
     */
    public Job zip(TenantId tenant, ZipUpload upload, List<String> tags, Optional<UUID> by) {
        Path file = zips.keep(upload);
        try (ZipSource _ = ZipSource.open(file, limits.zipEntries())) {
            return start(tenant, Kind.ZIP, file, tags, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The ZIP file %s cannot be read".formatted(file), e);
        } catch (RuntimeException e) {
            zips.remove(file);
            throw e;
        }
    }

    private Job start(TenantId tenant, Kind kind, Path path, List<String> tags, Optional<UUID> by) {
        List<String> checked = new Origin(Source.BATCH, by, tags).tags();
        return jobs.start(tenant, ImportJob.TYPE, new ImportRequest(kind, path.toString(), checked), by);
    }
}
