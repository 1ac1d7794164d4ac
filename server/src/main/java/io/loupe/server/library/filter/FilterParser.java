package io.loupe.server.library.filter;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the filter language:
 *
 * <pre>
 * filter    = {"must": [part...], "should": [part...], "must_not": [part...]}   each may be missing or empty
 * part      = filter | condition
 * condition = {"field": name, "eq": value} | {"field": name, "any": [value...]}
 *           | {"field": name, "range": {"gte" | "gt" | "lte" | "lt": value...}}
 *           | {"field": name, "exists": true | false} | {"field": name, "text": "words"}
 * </pre>
 *
 * Every part of {@code must} holds, none of {@code must_not}, and at least one of {@code should} if it has any. Mistakes
 * are all told at once, each with its path.
 */
public final class FilterParser {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> CLAUSES = Set.of("must", "should", "must_not");
    private static final int DEEPEST = 8;
    private static final int MOST_CONDITIONS = 200;

    private final Mistakes mistakes = new Mistakes();
    private final Conditions conditions = new Conditions(mistakes);
    private int conditionCount;

    private FilterParser() {}

    /**
     * Reads a filter from JSON text; an empty text is no restriction.
     *
     * @throws ProblemException if it is no JSON or no filter
     */
    public static PayloadFilter parse(String json) {
        if (json.isBlank()) {
            return PayloadFilter.EVERYTHING;
        }
        try {
            return parse(JSON.readTree(json));
        } catch (JacksonException _) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "filter should be JSON such as {\"must\":[...]}; this is none.");
        }
    }

    /**
     * Reads a filter; null and nothing are no restriction.
     *
     * @throws ProblemException if it is none
     */
    public static PayloadFilter parse(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return PayloadFilter.EVERYTHING;
        }
        FilterParser parser = new FilterParser();
        PayloadFilter filter = parser.filter(json, "", 1);
        parser.mistakes.throwIfAny();
        return filter;
    }

    private PayloadFilter filter(JsonNode json, String path, int depth) {
        if (!json.isObject()) {
            mistakes.add(path, "should be an object with must, should or must_not");
            return PayloadFilter.EVERYTHING;
        }
        if (depth > DEEPEST) {
            mistakes.add(path, "is nested more than %d deep".formatted(DEEPEST));
            return PayloadFilter.EVERYTHING;
        }
        for (String name : json.propertyNames()) {
            if (!CLAUSES.contains(name)) {
                mistakes.add(path, "has '%s'; a filter has must, should and must_not".formatted(Mistakes.cut(name)));
            }
        }
        List<PayloadFilter> all = new ArrayList<>(parts(json, "must", path, depth));
        List<PayloadFilter> should = parts(json, "should", path, depth);
        if (!should.isEmpty()) {
            all.add(should.size() == 1 ? should.getFirst() : new Any(should));
        }
        parts(json, "must_not", path, depth).forEach(part -> all.add(new Not(part)));
        return all.size() == 1 ? all.getFirst() : new All(all);
    }

    private List<PayloadFilter> parts(JsonNode filter, String clause, String path, int depth) {
        JsonNode list = filter.path(clause);
        String listPath = path.isEmpty() ? clause : path + "." + clause;
        List<PayloadFilter> parts = new ArrayList<>();
        if (!list.isMissingNode() && !list.isArray()) {
            mistakes.add(listPath, "should be a list of conditions");
            return parts;
        }
        for (int i = 0; i < list.size() && !mistakes.areEnough(); i++) {
            parts.add(part(list.path(i), "%s[%d]".formatted(listPath, i), depth));
        }
        return parts;
    }

    private PayloadFilter part(JsonNode json, String path, int depth) {
        if (!json.has("field")) {
            return filter(json, path, depth + 1);
        }
        conditionCount++;
        if (conditionCount > MOST_CONDITIONS) {
            mistakes.add(path, "is one condition too many; a filter has up to %d".formatted(MOST_CONDITIONS));
            return PayloadFilter.EVERYTHING;
        }
        return conditions.read(json, path);
    }
}
