package io.loupe.server.library.filter;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Filters as people write them, over every field and comparison, nested up to three deep. */
final class RandomFilterJson {
    static final List<String> WORDS =
            List.of("red", "Red-round", "über", "Ø 7", "7", "", "pump_07.jpg", "%", "x'y\\\\");

    private static final List<String> TEXT_FIELDS = List.of(
            "tags", "name", "source", "format", "objects.label", "owner_user_id", "metadata.line", "metadata.a b");
    private static final List<String> NUMBER_FIELDS = List.of("width", "height", "bytes", "quality_score");
    private static final List<String> TIME_FIELDS = List.of("created_at", "captured_at");
    private static final int DEEPEST = 3;

    private final Random random;

    RandomFilterJson(Random random) {
        this.random = random;
    }

    String draw() {
        return filter(1);
    }

    private String filter(int depth) {
        return Stream.of("must", "should", "must_not")
                .filter(_ -> random.nextBoolean())
                .map(clause -> "\"%s\":[%s]".formatted(clause, list(() -> part(depth))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String list(Supplier<String> element) {
        return Stream.generate(element).limit(random.nextInt(4)).collect(Collectors.joining(","));
    }

    private String part(int depth) {
        return depth < DEEPEST && random.nextInt(3) == 0 ? filter(depth + 1) : condition();
    }

    private String condition() {
        return switch (random.nextInt(7)) {
            case 0 -> condition(one(TEXT_FIELDS), "eq", word());
            case 1 -> condition(one(TEXT_FIELDS), "any", "[" + list(this::word) + "]");
            case 2 ->
                condition(one(TEXT_FIELDS), "text", one(List.of("\"RED\"", "\"round red\"", "\"7 ø\"", "\"jpg\"")));
            case 3 -> condition(one(NUMBER_FIELDS), "any", "[" + list(this::number) + "]");
            case 4 -> condition(one(NUMBER_FIELDS), "range", range(this::number));
            case 5 -> condition(one(TIME_FIELDS), "range", range(this::time));
            default ->
                condition(one(List.of(one(TEXT_FIELDS), one(NUMBER_FIELDS), one(TIME_FIELDS))), "exists", truth());
        };
    }

    private static String condition(String field, String comparison, String value) {
        return "{\"field\":\"%s\",\"%s\":%s}".formatted(field, comparison, value);
    }

    private String range(Supplier<String> value) {
        String lower = "\"%s\":%s".formatted(one(List.of("gte", "gt")), value.get());
        String upper = "\"%s\":%s".formatted(one(List.of("lte", "lt")), value.get());
        return "{%s}".formatted(one(List.of(lower, upper, lower + "," + upper)));
    }

    private String word() {
        return "\"" + one(WORDS) + "\"";
    }

    private String number() {
        return one(List.of("0", "1", "2.5", "3", "0.25", "-1", "4e9"));
    }

    private String time() {
        return "\"%s\"".formatted(Instant.EPOCH.plusNanos(1_000L * random.nextInt(5)));
    }

    private String truth() {
        return random.nextBoolean() ? "true" : "false";
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
