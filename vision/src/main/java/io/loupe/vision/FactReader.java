package io.loupe.vision;

import io.loupe.vision.modelfile.UnreadableModelException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of a section of facts; whatever is missing or makes no sense is named with its key. */
record FactReader(Path file, String section, Map<String, String> facts) {
    String text(String key) {
        String value = facts.get(key);
        if (value == null) {
            throw new UnreadableModelException(
                    "Model %s lacks '%s' in section '%s'. It was made by another version: train again."
                            .formatted(file, key, section));
        }
        return value;
    }

    double number(String key) {
        return parsed(key, Double::parseDouble);
    }

    int integer(String key) {
        return parsed(key, Integer::parseInt);
    }

    boolean flag(String key) {
        return parsed(key, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        });
    }

    <T extends @Nullable Object> T parsed(String key, Function<String, T> parse) {
        String value = text(key);
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Model %s has '%s' for '%s' in section '%s', which makes no sense (%s). The file is damaged: copy it again, or train again."
                            .formatted(file, value, key, section, e.getMessage()),
                    e);
        }
    }
}
