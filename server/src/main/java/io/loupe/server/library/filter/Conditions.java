package io.loupe.server.library.filter;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import io.loupe.index.Words;
import io.loupe.server.library.filter.Field.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads conditions: a field and what it is compared with, which must be of the field's kind. What is wrong is noted, and
 * something harmless answered, so that the rest is looked at too.
 */
final class Conditions {
    private static final Set<String> BOUNDS = Set.of("gte", "gt", "lte", "lt");
    private static final int MOST_VALUES = 1_000;

    private final Mistakes mistakes;
    private final Values values;

    Conditions(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.values = new Values(mistakes);
    }

    PayloadFilter read(JsonNode json, String path) {
        List<String> comparisons = json.propertyNames().stream()
                .filter(name -> !name.equals("field"))
                .toList();
        if (comparisons.size() != 1) {
            return wrong(path, "should have a field and one of eq, any, range, exists and text");
        }
        Optional<Field> field = field(json.path("field"));
        if (field.isEmpty()) {
            return wrong(path + ".field", "should be one of " + Field.allNames());
        }
        String comparison = comparisons.getFirst();
        return compare(field.get(), comparison, json.path(comparison), path + "." + comparison);
    }

    private static Optional<Field> field(JsonNode json) {
        return json.isString() && Values.canBeStored(json.asString()) ? Field.named(json.asString()) : Optional.empty();
    }

    private PayloadFilter compare(Field field, String comparison, JsonNode json, String path) {
        return switch (comparison) {
            case "eq" -> equal(field, json, path);
            case "any" -> any(field, json, path);
            case "range" -> range(field, json, path);
            case "exists" -> exists(field, json, path);
            case "text" -> text(field, json, path);
            default -> wrong(path, "is nothing to compare with; there are eq, any, range, exists and text");
        };
    }

    private PayloadFilter wrong(String path, String what) {
        mistakes.add(path, what);
        return PayloadFilter.EVERYTHING;
    }

    private PayloadFilter equal(Field field, JsonNode json, String path) {
        if (field.kind().isText()) {
            return new AnyKeyword(
                    field.name(), values.text(json, path).map(Set::of).orElse(Set.of()));
        }
        double number = values.number(field.kind(), json, path).orElse(0);
        return new Range(field.name(), number, number);
    }

    private PayloadFilter any(Field field, JsonNode json, String path) {
        if (!json.isArray() || json.size() > MOST_VALUES) {
            return wrong(path, "should be a list of up to %,d values".formatted(MOST_VALUES));
        }
        Set<String> texts = new HashSet<>();
        List<PayloadFilter> numbers = new ArrayList<>();
        for (int i = 0; i < json.size() && !mistakes.areEnough(); i++) {
            String valuePath = "%s[%d]".formatted(path, i);
            if (field.kind().isText()) {
                values.text(json.path(i), valuePath).ifPresent(texts::add);
            } else {
                numbers.add(equal(field, json.path(i), valuePath));
            }
        }
        return field.kind().isText() ? new AnyKeyword(field.name(), texts) : new Any(numbers);
    }

    private PayloadFilter range(Field field, JsonNode json, String path) {
        if (field.kind().isText()) {
            return wrong(
                    path,
                    "is for numbers and times, and %s holds words; use eq, any, exists or text"
                            .formatted(field.name()));
        }
        if (!json.isObject() || json.isEmpty() || !BOUNDS.containsAll(json.propertyNames())) {
            return wrong(path, "should be an object with gte or gt, and lte or lt");
        }
        if ((json.has("gte") && json.has("gt")) || (json.has("lte") && json.has("lt"))) {
            return wrong(path, "should have one lower and one upper bound, not two of a side");
        }
        boolean time = field.kind() == Kind.TIME;
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (String bound : json.propertyNames()) {
            OptionalDouble value = values.number(field.kind(), json.path(bound), path + "." + bound);
            if (value.isPresent()) {
                double number = value.getAsDouble();
                switch (bound) {
                    case "gte" -> least = number;
                    case "gt" -> least = time ? number + 1 : Math.nextUp(number);
                    case "lte" -> most = number;
                    default -> most = time ? number - 1 : Math.nextDown(number);
                }
            }
        }
        return new Range(field.name(), least, most);
    }

    private PayloadFilter exists(Field field, JsonNode json, String path) {
        if (!json.isBoolean()) {
            return wrong(path, "should be true or false");
        }
        PayloadFilter exists = new Exists(field.name());
        return json.asBoolean() ? exists : new Not(exists);
    }

    private PayloadFilter text(Field field, JsonNode json, String path) {
        if (!field.kind().isText()) {
            return wrong(path, "is for words, and %s is none; use eq, any, range or exists".formatted(field.name()));
        }
        Set<String> words = values.text(json, path).map(Words::of).orElse(Set.of("x"));
        return words.isEmpty()
                ? wrong(path, "should hold at least one letter or digit")
                : new AllWords(field.name(), words);
    }
}
