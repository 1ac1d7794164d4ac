package io.loupe.server.library.filter;

import io.loupe.index.Payload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vector index filters a picture by, read from its row. The values come from the same expressions that
 * {@link FilterSql} compares, so that index and database mean the same.
 */
public final class ImagePayload {
    /** What a query over table {@code image} has to select so that {@link #of} can read its rows. */
    public static final String COLUMNS = Field.FIXED.stream()
                    .map(field -> "%s AS \"%s\"".formatted(field.sql(), field.name()))
                    .collect(Collectors.joining(", "))
            + ", ARRAY(SELECT key FROM jsonb_each_text(image.metadata) ORDER BY key) AS metadata_keys"
            + ", ARRAY(SELECT value FROM jsonb_each_text(image.metadata) ORDER BY key) AS metadata_values";

    private ImagePayload() {}

    /** The payload in the row at which a query with {@link #COLUMNS} stands. */
    public static Payload of(ResultSet row) throws SQLException {
        Map<String, List<String>> keywords = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        for (Field field : Field.FIXED) {
            switch (field.kind()) {
                case KEYWORD -> putIfThere(keywords, field.name(), row.getString(field.name()));
                case KEYWORDS ->
                    keywords.put(
                            field.name(),
                            texts(row, field.name()).stream()
                                    .flatMap(Stream::ofNullable)
                                    .toList());
                case NUMBER, TIME -> {
                    double number = row.getDouble(field.name());
                    if (!row.wasNull()) {
                        numbers.put(field.name(), number);
                    }
                }
            }
        }
        List<@Nullable String> keys = texts(row, "metadata_keys");
        List<@Nullable String> values = texts(row, "metadata_values");
        for (int i = 0; i < keys.size(); i++) {
            putIfThere(keywords, Field.METADATA + keys.get(i), values.get(i));
        }
        return new Payload(keywords, numbers);
    }

    private static void putIfThere(Map<String, List<String>> keywords, String field, @Nullable String keyword) {
        if (keyword != null) {
            keywords.put(field, List.of(keyword));
        }
    }

    private static List<@Nullable String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((@Nullable String[]) row.getArray(column).getArray());
    }
}
