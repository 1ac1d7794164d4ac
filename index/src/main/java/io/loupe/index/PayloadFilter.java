package io.loupe.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which points count. What {@link #matches} says is what every translation into a store's own language must mean. */
public sealed interface PayloadFilter {
    /** No restriction. */
    PayloadFilter EVERYTHING = new All(List.of());

    /** Keywords and words of more characters cannot be asked for, so that no store has to keep them whole. */
    int LONGEST_KEYWORD = 1_000;

    /** Whether a point with this payload counts. */
    boolean matches(Payload payload);

    /** One of the field's keywords is one of these. */
    record AnyKeyword(String field, Set<String> keywords) implements PayloadFilter {
        public AnyKeyword {
            keywords = Set.copyOf(keywords);
            requireShort(keywords);
        }

        @Override
        public boolean matches(Payload payload) {
            return payload.keywords().getOrDefault(field, List.of()).stream().anyMatch(keywords::contains);
        }
    }

    /** All of these words, as {@link Words} makes them, occur in the field's keywords, in whichever of them. */
    record AllWords(String field, Set<String> words) implements PayloadFilter {
        public AllWords {
            words = Set.copyOf(words);
            requireShort(words);
        }

        @Override
        public boolean matches(Payload payload) {
            Set<String> found = new HashSet<>();
            payload.keywords().getOrDefault(field, List.of()).forEach(keyword -> found.addAll(Words.of(keyword)));
            return found.containsAll(words);
        }
    }

    /** The field's number lies between both, which belong to the range; {@link Math#nextUp} leaves one out. */
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

    private static void requireShort(Set<String> keywords) {
        for (String keyword : keywords) {
            if (keyword.length() > LONGEST_KEYWORD) {
                throw new IllegalArgumentException("'%s...' has %d characters; up to %d can be searched for"
                        .formatted(keyword.substring(0, 20), keyword.length(), LONGEST_KEYWORD));
            }
        }
    }
}
