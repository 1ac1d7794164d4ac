package io.loupe.index.lucene;

import io.loupe.index.Hits;
import io.loupe.index.Hits.Plan;
import io.loupe.index.NearestHits;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * One search in one state of the index. Where few points count, all are measured; else the graph names candidates, more
 * than are wanted, and those are measured. Either way what is answered was measured in full precision.
 */
final class NearestPoints {
    /** Below this, measuring all takes about as long as walking the graph, and misses nothing. */
    private static final int FEW = 2_000;

    private static final int LEAST_CANDIDATES = 50;

    private final IndexSearcher searcher;

    NearestPoints(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Hits find(VectorQuery query) throws IOException {
        Query filter = FilterQueries.of(query.filter());
        boolean few = searcher.count(filter) <= Math.max(FEW, 2 * query.limit());
        return few || query.accuracy() == Accuracy.EXACT ? scan(query, filter) : walk(query, filter);
    }

    private Hits scan(VectorQuery query, Query filter) throws IOException {
        NearestHits nearest = new NearestHits(query.limit());
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        int measured = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                measured += measure(leaf, scorer.iterator(), query, nearest);
            }
        }
        return new Hits(nearest.toList(), Plan.EXACT_SCAN, measured);
    }

    private Hits walk(VectorQuery query, Query filter) throws IOException {
        int candidates = Math.max(LEAST_CANDIDATES, 2 * query.limit());
        Query graph =
                new KnnFloatVectorQuery(PointDocument.VECTOR, query.vector().values(), candidates, filter);
        int[] found = Arrays.stream(searcher.search(graph, candidates).scoreDocs)
                .mapToInt((ScoreDoc candidate) -> candidate.doc)
                .sorted()
                .toArray();
        NearestHits nearest = new NearestHits(query.limit());
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < found.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[from], leaves));
            int to = from;
            while (to < found.length && found[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            measure(leaf, new SortedDocs(found, from, to, leaf.docBase), query, nearest);
            from = to;
        }
        return new Hits(nearest.toList(), Plan.GRAPH, found.length);
    }

    /** Measures these points of a segment; those that were deleted do not count. */
    private static int measure(LeafReaderContext leaf, DocIdSetIterator docs, VectorQuery query, NearestHits nearest)
            throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PointDocument.VECTOR);
        if (vectors == null) {
            return 0;
        }
        var live = leaf.reader().getLiveDocs();
        KnnVectorValues.DocIndexIterator rows = vectors.iterator();
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(PointDocument.ID);
        int measured = 0;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && rows.advance(doc) == doc && ids.advanceExact(doc)) {
                nearest.offer(
                        PointDocument.id(ids.binaryValue()),
                        query.vector().cosineSimilarity(vectors.vectorValue(rows.index())));
                measured++;
            }
        }
        return measured;
    }
}
