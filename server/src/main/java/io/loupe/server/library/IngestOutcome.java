package io.loupe.server.library;

import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.library.ImageChanges.Added;
import io.loupe.server.models.PictureProblem;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a file.
 *
 * @param image the picture that it is now; empty if it was refused
 * @param sequence the change to be awaited before a search finds it; 0 if there is none
 * @param seen what was seen in a picture that is new here
 * @param refusal why it was refused
 */
public record IngestOutcome(
        String filename,
        Optional<UUID> image,
        Status status,
        long sequence,
        Optional<Analysis.Seen> seen,
        Optional<PictureProblem> refusal) {
    /** What became of a file, in a word. */
    public enum Status {
        /** It is a picture of the library now. */
        STORED,
        /** The library had these very bytes. */
        DUPLICATE,
        /** It is no picture that is taken here. */
        REFUSED;

        /** As it is written in JSON. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static IngestOutcome of(Upload upload, Added added, Optional<Analysis.Seen> seen) {
        return new IngestOutcome(
                upload.name(),
                Optional.of(added.id()),
                added.isNew() ? Status.STORED : Status.DUPLICATE,
                added.sequence(),
                added.isNew() ? seen : Optional.empty(),
                Optional.empty());
    }

    static IngestOutcome refused(Upload upload, PictureProblem refusal) {
        return new IngestOutcome(
                upload.name(), Optional.empty(), Status.REFUSED, 0, Optional.empty(), Optional.of(refusal));
    }
}
