package io.loupe.server.inspection.version;

import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.objects.ObjectKey;
import io.loupe.vision.threshold.Threshold;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A model of a project. It never changes, but for its threshold, which may be moved.
 *
 * @param major counted up by every training and upload
 * @param minor counted up by every correction since, taking back included
 * @param parent the version that was corrected
 * @param job the training that made it
 * @param file the model file
 * @param facts what the model says of itself
 * @param metrics what it said of labelled defects when it was made
 * @param threshold what it judges by
 * @param thresholdRevision how often its threshold was moved
 * @param createdBy the address of the person; empty for a program
 * @param active whether it is the one that judges now
 */
public record ModelVersion(
        UUID id,
        UUID project,
        int major,
        int minor,
        Change change,
        Optional<UUID> parent,
        Optional<UUID> job,
        ObjectKey file,
        long bytes,
        VersionFacts facts,
        Optional<VersionTest.Metrics> metrics,
        Threshold threshold,
        ThresholdSource thresholdSource,
        int thresholdRevision,
        Optional<String> createdBy,
        Instant createdAt,
        boolean active) {

    /** How a version came about. */
    public enum Change {
        TRAINING,
        UPLOAD,
        CORRECTION,
        /** A correction was taken back. */
        UNDO;

        /** As it is written in JSON and in the database. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Change of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Where a threshold comes from. */
    public enum ThresholdSource {
        /** As the model has it. */
        TRAINING,
        /** Made for another rate of good parts that fail. */
        RATE,
        /** Set to a failing score. */
        VALUE;

        /** As it is written in JSON and in the database. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ThresholdSource of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** As people call it: 1.2. */
    public String label() {
        return major + "." + minor;
    }
}
