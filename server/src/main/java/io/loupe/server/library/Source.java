package io.loupe.server.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a picture came. */
public enum Source {
    /** By a person, in the page. */
    UPLOAD,
    /** By a program. */
    API,
    /** In a folder or a ZIP. */
    BATCH,
    VIDEO,
    INSPECTION;

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} writes. */
    static Source of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
