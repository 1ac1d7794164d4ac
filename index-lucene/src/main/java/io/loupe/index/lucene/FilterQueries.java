package io.loupe.index.lucene;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Payload filters in Lucene's own language. */
final class FilterQueries {
    private FilterQueries() {}

    static Query of(PayloadFilter filter) {
        return switch (filter) {
            case AnyKeyword any
            when any.keywords().size() == 1 -> // counted without looking at any point
                new TermQuery(new Term(
                        PointDocument.keywordField(any.field()),
                        any.keywords().iterator().next()));
            case AnyKeyword any ->
                new TermInSetQuery(
                        PointDocument.keywordField(any.field()),
                        any.keywords().stream().map(BytesRef::new).toList());
            case AllWords all when all.words().isEmpty() -> MatchAllDocsQuery.INSTANCE;
            case AllWords all -> of(all);
            case Range range -> of(range);
            case Exists exists -> new TermQuery(new Term(PointDocument.FIELDS, exists.field()));
            case All all when all.filters().isEmpty() -> MatchAllDocsQuery.INSTANCE;
            case All all -> combine(all.filters(), Occur.FILTER);
            case Any any when any.filters().isEmpty() -> MatchNoDocsQuery.INSTANCE;
            case Any any -> combine(any.filters(), Occur.SHOULD);
            case Not not ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(of(not.filter()), Occur.MUST_NOT)
                        .build();
        };
    }

    private static Query of(AllWords all) {
        String field = PointDocument.wordField(all.field());
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        all.words().forEach(word -> query.add(new TermQuery(new Term(field, word)), Occur.FILTER));
        return query.build();
    }

    private static Query of(Range range) {
        if (!(range.least() <= range.most())) { // also where one is not a number
            return MatchNoDocsQuery.INSTANCE;
        }
        return DoubleField.newRangeQuery(PointDocument.numberField(range.field()), range.least(), range.most());
    }

    private static Query combine(List<PayloadFilter> filters, Occur occur) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        filters.forEach(filter -> query.add(of(filter), occur));
        return query.build();
    }
}
