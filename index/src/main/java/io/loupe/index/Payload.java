package io.loupe.index;

import java.util.List;
import java.util.Map;

/**
 * What a point is filtered by.
 *
 * @param keywords words as they are, several to a field: tags, names, owners
 * @param numbers one to a field: sizes, scores, times as microseconds since 1970
 */
public record Payload(Map<String, List<String>> keywords, Map<String, Double> numbers) {
    public static final Payload EMPTY = new Payload(Map.of(), Map.of());

    public Payload {
        keywords = Map.copyOf(keywords);
        numbers = Map.copyOf(numbers);
        numbers.forEach((field, number) -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "Field '%s' is %s; only finite numbers can be filtered by".formatted(field, number));
            }
        });
    }
}
