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
 */
public record NewVersion(
        UUID project,
        ModelVersion.Change change,
        Optional<UUID> parent,
        Optional<UUID> job,
        Detector detector,
        List<LearnedPicture> pictures,
        Optional<UUID> by) {
    public NewVersion {
        pictures = List.copyOf(pictures);
    }
}
