package io.loupe.cli.output;

import io.loupe.vision.file.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON: records become objects with snake_case names, in the order of their components. */
public final class Json {
    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** Writes a file as a whole, or to {@code out} where the path is {@code -}. */
    public static void write(Object value, Path path, PrintWriter out) {
        String text = MAPPER.writeValueAsString(value) + "\n";
        if (path.equals(STANDARD_OUTPUT)) {
            out.print(text);
            out.flush();
        } else {
            AtomicFile.writeText(path, text);
        }
    }
}
