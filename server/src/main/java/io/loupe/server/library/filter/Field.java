package io.loupe.server.library.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something of a picture that can be filtered by. Every translation is made from this table.
 *
 * @param sql what it is in a query over table {@code image}: text, text[] or a number; may be null
 * @param parameters of {@code sql}
 */
record Field(String name, Kind kind, String sql, List<Object> parameters) {
    /** What a field holds. */
    enum Kind {
        /** One text or none. */
        KEYWORD,
        /** Any number of texts. */
        KEYWORDS,
        NUMBER,
        /** A number of microseconds since 1970; PostgreSQL counts in them. */
        TIME;

        boolean isText() {
            return this == KEYWORD || this == KEYWORDS;
        }
    }

    static final String METADATA = "metadata.";

    /** Those that every picture has a column for. */
    static final List<Field> FIXED = List.of(
            new Field("tags", Kind.KEYWORDS, "image.tags"),
            new Field("name", Kind.KEYWORD, "image.name"),
            new Field("source", Kind.KEYWORD, "image.source"),
            new Field("format", Kind.KEYWORD, "image.format"),
            new Field(
                    "objects.label",
                    Kind.KEYWORDS,
                    "ARRAY(SELECT object ->> 'label' FROM jsonb_array_elements(image.objects) object)"),
            new Field("owner_user_id", Kind.KEYWORD, "image.owner_user_id::text"),
            new Field("width", Kind.NUMBER, "image.width::float8"),
            new Field("height", Kind.NUMBER, "image.height::float8"),
            new Field("bytes", Kind.NUMBER, "image.bytes::float8"),
            new Field("quality_score", Kind.NUMBER, "image.quality_score::float8"),
            new Field("created_at", Kind.TIME, microseconds("image.created_at")),
            new Field("captured_at", Kind.TIME, microseconds("image.captured_at")));

    private Field(String name, Kind kind, String sql) {
        this(name, kind, sql, List.of());
    }

    private static String microseconds(String time) {
        return "(extract(epoch FROM %s) * 1000000)::float8".formatted(time);
    }

    static Optional<Field> named(String name) {
        if (name.startsWith(METADATA) && name.length() > METADATA.length()) {
            return Optional.of(new Field(
                    name, Kind.KEYWORD, "(image.metadata ->> ?)", List.of(name.substring(METADATA.length()))));
        }
        return FIXED.stream().filter(field -> field.name().equals(name)).findAny();
    }

    /** For sentences about mistakes. */
    static String allNames() {
        return FIXED.stream().map(Field::name).collect(Collectors.joining(", ")) + ", metadata.KEY";
    }
}
