package io.loupe.server.library.filter;

import io.loupe.index.PayloadFilter;
import io.loupe.server.library.filter.Field.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Reads what fields are compared with. */
final class Values {
    private final Mistakes mistakes;

    Values(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<String> text(JsonNode json, String path) {
        if (!json.isString()) {
            mistakes.add(path, "should be a text");
            return Optional.empty();
        }
        if (!canBeStored(json.asString())) {
            mistakes.add(
                    path,
                    "should be a text of up to %,d Unicode characters other than U+0000"
                            .formatted(PayloadFilter.LONGEST_KEYWORD));
            return Optional.empty();
        }
        return Optional.of(json.asString());
    }

    /** PostgreSQL keeps neither zeros nor halves of characters; there is nothing to find. */
    static boolean canBeStored(String text) {
        return text.length() <= PayloadFilter.LONGEST_KEYWORD
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    OptionalDouble number(Kind kind, JsonNode json, String path) {
        OptionalDouble number = kind == Kind.TIME ? microseconds(json) : finite(json);
        if (number.isEmpty()) {
            mistakes.add(
                    path, kind == Kind.TIME ? "should be a time such as 2026-01-01T00:00:00Z" : "should be a number");
        }
        return number;
    }

    private static OptionalDouble finite(JsonNode json) {
        double number = json.isNumber() ? json.asDouble(Double.NaN) : Double.NaN;
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Microseconds since 1970 of a time as RFC 3339 writes it; finer digits do not count. */
    private static OptionalDouble microseconds(JsonNode json) {
        if (!json.isString()) {
            return OptionalDouble.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(json.asString());
            return time.getYear() < 1 || time.getYear() > 9999
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant()));
        } catch (DateTimeException _) {
            return OptionalDouble.empty();
        }
    }
}
