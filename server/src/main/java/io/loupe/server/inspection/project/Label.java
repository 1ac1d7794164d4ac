package io.loupe.server.inspection.project;

import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** What people say of a picture of a project. */
public enum Label {
    /** It is learned from. */
    GOOD,
    /** A model is tested with it. */
    DEFECT;

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws ProblemException if it is none
     */
    public static Label of(String text) {
        return Arrays.stream(values())
                .filter(label -> label.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_CONTENT, "label is '%s'; there are good and defect.".formatted(text)));
    }
}
