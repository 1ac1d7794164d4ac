package io.loupe.index;

import java.util.List;
import java.util.Set;

/** Which points count. What {@link #matches} says is what every translation into a store's own language must mean. */
public sealed interface PayloadFilter {
    /** No restriction. */
    PayloadFilter EVERYTHING = new All(List.of());

    /** Whether a point with this payload counts. */
    boolean matches(Payload payload);

    /** One of the field's keywords is one of these. */
    record AnyKeyword(String field, Set<String> keywords) implements PayloadFilter {
        public AnyKeyword {
            keywords = Set.copyOf(keywords);
        }

        @Override
        public boolean matches(Payload payload) {
            return payload.keywords().getOrDefault(field, List.of()).stream().anyMatch(keywords::contains);
        }
    }

    /** The field's number lies between both, which belong to the range. */
    record Range(String field, double least, double most) implements PayloadFilter {
        @Override
        public boolean matches(Payload payload) {
            Double number = payload.numbers().get(field);
            return number != null && number >= least && number <= most;
        }
    }

    /** The field has a keyword or a number. */
    record Exists(String field) implements PayloadFilter {
        @Override
        public boolean matches(Payload payload) {
            return payload.numbers().containsKey(field)
                    || !payload.keywords().getOrDefault(field, List.of()).isEmpty();
        }
    }

    /** Every one of these holds; of none, that is everything. */
    record All(List<PayloadFilter> filters) implements PayloadFilter {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Payload payload) {
            return filters.stream().allMatch(filter -> filter.matches(payload));
        }
    }

    /** At least one of these holds; of none, that is nothing. */
    record Any(List<PayloadFilter> filters) implements PayloadFilter {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Payload payload) {
            return filters.stream().anyMatch(filter -> filter.matches(payload));
        }
    }

    /** This does not hold. */
    record Not(PayloadFilter filter) implements PayloadFilter {
        @Override
        public boolean matches(Payload payload) {
            return !filter.matches(payload);
        }
    }
}
