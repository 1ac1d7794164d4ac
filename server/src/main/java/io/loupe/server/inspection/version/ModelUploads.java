package io.loupe.server.inspection.version;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.version.ModelVersion.Change;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.Detector;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes in model files that were made elsewhere. */
@Service
public class ModelUploads {
    private final ModelVersions versions;
    private final long mostBytes;

    /** A file that was sent. */
    public interface ModelFile {
        String name();

        long bytes();

        void moveTo(Path file) throws IOException;
    }

    ModelUploads(ModelVersions versions, Settings settings) {
        this.versions = versions;
        this.mostBytes = settings.inspections().modelBytes();
    }

    /**
     * Checks a model against the self-tests that it carries and keeps it as the next version, which does not judge yet.
     *
     * @throws ProblemException if it is too large, no model, or gives other numbers here; it says which
     */
    public ModelVersion add(TenantId tenant, UUID project, ModelFile file, Optional<UUID> by) {
        if (file.bytes() > mostBytes) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "The model has %,d bytes; %,d are taken (setting inspection.model-bytes)."
                            .formatted(file.bytes(), mostBytes));
        }
        try {
            Path kept = Files.createTempFile("loupe-upload", ".loupe");
            try {
                file.moveTo(kept);
                return add(tenant, project, file.name(), kept, by);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model that was sent cannot be kept", e);
        }
    }

    private ModelVersion add(TenantId tenant, UUID project, String name, Path file, Optional<UUID> by) {
        try (Detector detector = Detector.load(file, EncoderSettings.defaults())) {
            return versions.add(
                    tenant,
                    new NewVersion(project, Change.UPLOAD, Optional.empty(), Optional.empty(), detector, List.of(), by),
                    false);
        } catch (UnreadableModelException | UnableToOpenEncoderException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    String.valueOf(e.getMessage()).replace(file.toString(), "'%s'".formatted(name)));
        }
    }
}
