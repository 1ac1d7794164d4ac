package io.loupe.server.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What has become of a job. */
public enum JobState {
    /** Waits for its turn; also one that a stopping server put back. */
    QUEUED,
    /** At work; also one whose server was killed, until the next start goes on with it. */
    RUNNING,
    /** Went through to the end; single items may have failed. */
    SUCCEEDED,
    /** Could not go on; {@code error} says why. */
    FAILED,
    /** Stopped by somebody before its end. */
    CANCELLED;

    /** Whether nothing more happens, unless somebody asks for it. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException if there is no such state
     */
    public static JobState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
