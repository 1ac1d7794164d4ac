package io.loupe.server.library.filter;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import io.loupe.server.library.filter.Field.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter as a condition on the rows of table {@code image}, under this name. It is true or false and never null, so that
 * it can be negated.
 *
 * @param parameters of the condition's question marks, in their order
 */
public record FilterSql(String condition, List<Object> parameters) {
    private static final FilterSql TRUE = new FilterSql("TRUE", List.of());
    private static final FilterSql FALSE = new FilterSql("FALSE", List.of());

    public FilterSql {
        parameters = List.copyOf(parameters);
    }

    public static FilterSql of(PayloadFilter filter) {
        return switch (filter) {
            case AnyKeyword any -> anyKeyword(any);
            case AllWords all when all.words().isEmpty() -> TRUE;
            case AllWords all -> allWords(all);
            case Range range -> range(range);
            case Exists exists -> exists(exists);
            case All all when all.filters().isEmpty() -> TRUE;
            case All all -> join(" AND ", all.filters());
            case Any any when any.filters().isEmpty() -> FALSE;
            case Any any -> join(" OR ", any.filters());
            case Not not -> {
                FilterSql inner = of(not.filter());
                yield new FilterSql("NOT (" + inner.condition() + ")", inner.parameters());
            }
        };
    }

    private static FilterSql anyKeyword(AnyKeyword any) {
        return Field.named(any.field())
                .filter(field -> field.kind().isText())
                .map(field -> test(
                        field,
                        field.kind() == Kind.KEYWORDS ? "%s && ?::text[]" : "%s = ANY (?::text[])",
                        List.of(array(any.keywords()))))
                .orElse(FALSE);
    }

    private static FilterSql allWords(AllWords all) {
        return Field.named(all.field())
                .filter(field -> field.kind().isText())
                .map(field -> test(
                        field,
                        field.kind() == Kind.KEYWORDS
                                ? "words(array_to_string(%s, ' ')) @> ?::text[]"
                                : "words(%s) @> ?::text[]",
                        List.of(array(all.words()))))
                .orElse(FALSE);
    }

    private static FilterSql range(Range range) {
        return Field.named(range.field())
                .filter(field -> !field.kind().isText())
                .map(field -> test(field, "%s BETWEEN ? AND ?", List.of(range.least(), range.most())))
                .orElse(FALSE);
    }

    private static FilterSql exists(Exists exists) {
        return Field.named(exists.field())
                .map(field -> test(
                        field, field.kind() == Kind.KEYWORDS ? "cardinality(%s) > 0" : "%s IS NOT NULL", List.of()))
                .orElse(FALSE);
    }

    /** A null in the field makes a comparison null, and {@code IS TRUE} makes that false. */
    private static FilterSql test(Field field, String comparison, List<?> values) {
        return new FilterSql(
                "(" + comparison.formatted(field.sql()) + ") IS TRUE",
                Stream.<Object>concat(field.parameters().stream(), values.stream())
                        .toList());
    }

    /** One parameter, not several: an object to the compiler. */
    private static Object array(Set<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static FilterSql join(String operator, List<PayloadFilter> filters) {
        List<FilterSql> parts = filters.stream().map(FilterSql::of).toList();
        return new FilterSql(
                parts.stream().map(FilterSql::condition).collect(Collectors.joining(operator, "(", ")")),
                parts.stream().flatMap(part -> part.parameters().stream()).toList());
    }
}
