package io.loupe.server.identity.web;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a body must say: JSON leaves out what it likes, whatever the record's types promise. */
final class Given {
    private Given() {}

    static <T> T value(@Nullable T value, String name) {
        if (value == null) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "%s is missing.".formatted(name));
        }
        return value;
    }

    static String text(@Nullable String value, String name) {
        if (value(value, name).isBlank()) {
            throw new ProblemException(ProblemCode.INVALID_CONTENT, "%s is empty.".formatted(name));
        }
        return value(value, name);
    }
}
