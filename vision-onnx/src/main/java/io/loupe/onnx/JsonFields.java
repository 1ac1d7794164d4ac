package io.loupe.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Typed reading of one JSON object that notes every problem instead of stopping at the first. A field that cannot be
 * read gives a placeholder; whoever reads must look at the problems before trusting the values.
 */
public final class JsonFields {
    private final JsonNode object;
    private final String path;
    private final List<String> problems;

    private JsonFields(JsonNode object, String path, List<String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /**
     * Reads this object.
     *
     * @param problems what is wrong is added here, each entry naming its field
     */
    public static JsonFields of(JsonNode root, List<String> problems) {
        if (!root.isObject()) {
            problems.add("the file must hold one JSON object, found " + shortened(root));
        }
        return new JsonFields(root, "", problems);
    }

    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    public JsonFields object(String field) {
        JsonNode value = object.path(field);
        if (!value.isObject()) {
            expected(field, "an object", value);
            return new JsonFields(MissingNode.getInstance(), path + field + ".", new ArrayList<>());
        }
        return new JsonFields(value, path + field + ".", problems);
    }

    /** The objects of an array; none when the field is absent. */
    public List<JsonFields> objects(String field) {
        List<JsonFields> objects = new ArrayList<>();
        JsonNode array = object.path(field);
        if (has(field) && !array.isArray()) {
            expected(field, "an array", array);
        }
        for (int i = 0; i < array.size(); i++) {
            String element = "%s[%d]".formatted(field, i);
            if (array.get(i).isObject()) {
                objects.add(new JsonFields(array.get(i), path + element + ".", problems));
            } else {
                expected(element, "an object", array.get(i));
            }
        }
        return objects;
    }

    public String text(String field) {
        JsonNode value = object.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            expected(field, "a text", value);
            return "";
        }
        return value.stringValue().strip();
    }

    public String text(String field, String whenAbsent) {
        return has(field) ? text(field) : whenAbsent;
    }

    /** One of a few texts. */
    public String oneOf(String field, Set<String> allowed) {
        String text = text(field);
        if (!text.isEmpty() && !allowed.contains(text)) {
            problem(field, "expected one of %s, found \"%s\"".formatted(allowed, text));
        }
        return text;
    }

    public List<String> texts(String field) {
        JsonNode array = object.path(field);
        if (!array.isArray() || !array.valueStream().allMatch(JsonNode::isString)) {
            expected(field, "an array of texts", array);
            return List.of();
        }
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    /** The texts of an object, by name, in the order of the file; none when the field is absent. */
    public SequencedMap<String, String> textsByName(String field) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        if (has(field)) {
            JsonFields named = object(field);
            named.object.propertyNames().forEach(name -> texts.put(name, named.text(name)));
        }
        return texts;
    }

    public boolean bool(String field) {
        JsonNode value = object.path(field);
        if (!value.isBoolean()) {
            expected(field, "true or false", value);
            return false;
        }
        return value.booleanValue();
    }

    public int positive(String field) {
        return positive(field, object.path(field));
    }

    public int positive(String field, int whenAbsent) {
        return has(field) ? positive(field) : whenAbsent;
    }

    /** Exactly {@code count} whole numbers above zero. */
    public List<Integer> positives(String field, int count) {
        JsonNode array = object.path(field);
        if (!array.isArray() || array.size() != count) {
            expected(field, "an array of %d whole numbers above zero".formatted(count), array);
            return java.util.Collections.nCopies(count, 1);
        }
        return array.valueStream().map(value -> positive(field, value)).toList();
    }

    /** One or more whole numbers above zero. */
    List<Integer> positives(String field) {
        JsonNode array = object.path(field);
        if (!array.isArray() || array.isEmpty()) {
            expected(field, "an array of whole numbers above zero", array);
            return List.of(1);
        }
        return array.valueStream().map(value -> positive(field, value)).toList();
    }

    /** Exactly {@code count} finite numbers. */
    public List<Double> numbers(String field, int count) {
        JsonNode array = object.path(field);
        boolean finite = array.valueStream().allMatch(value -> value.isNumber() && Double.isFinite(value.asDouble()));
        if (!array.isArray() || array.size() != count || !finite) {
            expected(field, "an array of %d numbers".formatted(count), array);
            return java.util.Collections.nCopies(count, 1.0);
        }
        return array.valueStream().map(JsonNode::asDouble).toList();
    }

    /** A number from {@code least} to {@code most}. */
    public double number(String field, double least, double most) {
        JsonNode value = object.path(field);
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            expected(field, "a number from %s to %s".formatted(least, most), value);
            return least;
        }
        return value.asDouble();
    }

    public void problem(String field, String what) {
        problems.add(path + field + ": " + what);
    }

    private int positive(String field, JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.asInt() < 1) {
            expected(field, "a whole number above zero", value);
            return 1;
        }
        return value.asInt();
    }

    private void expected(String field, String what, JsonNode found) {
        problem(field, "expected %s, found %s".formatted(what, found.isMissingNode() ? "nothing" : shortened(found)));
    }

    private static String shortened(JsonNode value) {
        String json = value.toString();
        return json.length() <= 60 ? json : json.substring(0, 57) + "...";
    }
}
