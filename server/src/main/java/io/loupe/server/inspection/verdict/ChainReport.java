package io.loupe.server.inspection.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a project's history is as it was written.
 *
 * @param rows that were looked at
 * @param head the hash of the last one, as 64 hexadecimal digits: whoever notes it elsewhere can tell later whether the
 *     history up to here was written anew
 * @param firstProblem null if there is none
 */
public record ChainReport(
        boolean valid,
        long rows,
        String head,
        @JsonProperty("first_problem") @Nullable BrokenLink firstProblem) {
    /**
     * Where the chain is broken.
     *
     * @param sequence of the row that is meant
     * @param detail a sentence that says what is wrong with it
     */
    public record BrokenLink(long sequence, Kind problem, String detail) {}

    /** How a chain can be broken. */
    public enum Kind {
        /** The row is not as it was written. */
        CHANGED,
        /** A row that was there is not. */
        MISSING,
        /** The row was written at another place. */
        REORDERED;

        /** As it is written in JSON. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
