package io.loupe.server.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do; each role may do what the ones before it may. */
public enum Role {
    /** Looks at pictures and results. */
    VIEWER,
    /** Brings pictures, tags, inspects. */
    OPERATOR,
    /** Trains models and changes how they decide. */
    ENGINEER,
    /** Manages people, keys and settings of the tenant. */
    ADMINISTRATOR;

    /** Whether whoever has this role may do what needs the other. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException naming the roles there are
     */
    @JsonCreator
    public static Role of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no role; there are %s"
                        .formatted(text, Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", ")))));
    }
}
