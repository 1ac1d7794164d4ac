package io.loupe.server.library;

import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders of a list of pictures; those that are equal follow by their id. */
public enum ImageSort {
    NEWEST("-created_at", "image.created_at", "timestamptz"),
    OLDEST("created_at", "image.created_at", "timestamptz"),
    NAME("name", "image.name COLLATE \"C\"", "text"),
    NAME_BACKWARDS("-name", "image.name COLLATE \"C\"", "text"),
    WORST("quality_score", "image.quality_score", "real"),
    BEST("-quality_score", "image.quality_score", "real"),
    SMALLEST("bytes", "image.bytes", "bigint"),
    LARGEST("-bytes", "image.bytes", "bigint");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final String text;
    private final String column;
    private final String type;

    ImageSort(String text, String column, String type) {
        this.text = text;
        this.column = column;
        this.type = type;
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws ProblemException naming the orders there are
     */
    public static ImageSort of(String text) {
        return Arrays.stream(values())
                .filter(sort -> sort.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_REQUEST,
                        "sort is '%s'; there are %s."
                                .formatted(
                                        text,
                                        Arrays.stream(values())
                                                .map(ImageSort::text)
                                                .collect(Collectors.joining(", ")))));
    }

    @JsonValue
    public String text() {
        return text;
    }

    private boolean isDescending() {
        return text.startsWith("-");
    }

    String orderBy() {
        String direction = isDescending() ? "DESC" : "ASC";
        return "ORDER BY %s %s, image.id %s".formatted(column, direction, direction);
    }

    /** The rows that follow one with a value and an id, which are its two parameters. */
    String behind() {
        return "(%s, image.id) %s (?::%s, ?)".formatted(column, isDescending() ? "<" : ">", type);
    }

    /**
     * Checks what came back in a cursor, before the database is asked about it.
     *
     * @throws IllegalArgumentException if it is no value of this order
     */
    void check(String value) {
        try {
            boolean known = switch (type) {
                case "timestamptz" -> EARLIEST.isBefore(Instant.parse(value)) && LATEST.isAfter(Instant.parse(value));
                case "real" -> Float.isFinite(Float.parseFloat(value));
                case "bigint" -> Long.parseLong(value) >= 0;
                default -> value.indexOf('\0') < 0;
            };
            if (!known) {
                throw new IllegalArgumentException(value);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    /** What a cursor keeps of a picture. */
    String valueOf(Image image) {
        return switch (this) {
            case NEWEST, OLDEST -> image.createdAt().toString();
            case NAME, NAME_BACKWARDS -> image.name();
            case WORST, BEST -> Float.toString((float) image.quality().score()); // as its column has it
            case SMALLEST, LARGEST -> Long.toString(image.bytes());
        };
    }
}
