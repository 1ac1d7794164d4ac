package io.loupe.server.inspection.version;

import io.loupe.vision.Detector;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version that is about to be added.
 *
 * @param parent the version that was corrected; empty for one that begins a major version
 * @param job the training that made it
 * @param pictures that it learned from, as far as they are known here
 * @param test what it says of the labelled defects; empty where nobody asked
 */
public record NewVersion(
        UUID project,
        ModelVersion.Change change,
        Optional<UUID> parent,
        Optional<UUID> job,
        Detector detector,
        List<LearnedPicture> pictures,
        Optional<VersionTest> test,
        Optional<UUID> by) {
    public NewVersion {
        pictures = List.copyOf(pictures);
    }

    /** One that nobody asked about labelled defects. */
    public NewVersion(
            UUID project,
            ModelVersion.Change change,
            Optional<UUID> parent,
            Optional<UUID> job,
            Detector detector,
            List<LearnedPicture> pictures,
            Optional<UUID> by) {
        this(project, change, parent, job, detector, pictures, Optional.empty(), by);
    }
}
