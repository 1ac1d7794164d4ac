package io.loupe.index.lucene;

import io.loupe.index.Hits;
import io.loupe.index.Hits.Hit;
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
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * One search in one state of the index. Where few points count, all are measured; else the graph names candidates, more
 * than are wanted, and those are measured. Either way what is answered was measured in full precision.
 */
final class NearestPoints {
    /**
     * Measuring all takes time as n points that count; along the graph, which passes by those that do not, it takes time
     * as their share of all N. So the scan, which misses nothing, is the quicker one up to n^2 = c N.
     */
    private static final double SCANNED_SQUARED = 2_000;

    /** Of 100,000 points in one graph, 50 find 92 of 100 true neighbours, 200 find 98, half a millisecond later. */
    private static final int LEAST_CANDIDATES = 200;

    private final IndexSearcher searcher;

    NearestPoints(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Hits find(VectorQuery query) throws IOException {
        Query filter = FilterQueries.of(query.filter());
        double few = Math.sqrt(SCANNED_SQUARED * searcher.getIndexReader().numDocs());
        boolean all = query.accuracy() == Accuracy.EXACT || searcher.count(filter) <= Math.max(few, 2 * query.limit());
        return all ? scan(query, filter) : walk(query, filter);
    }

    /** In single precision, which is quick, and then in double whatever that leaves in question. */
    private Hits scan(VectorQuery query, Query filter) throws IOException {
        float[] wanted = query.vector().values();
        Contenders contenders = new Contenders(query.limit(), wanted.length);
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        int measured = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PointDocument.VECTOR);
            if (scorer != null && vectors != null) {
                measured += measureRoughly(leaf, vectors.rescorer(wanted).bulk(scorer.iterator()), contenders);
            }
        }
        return new Hits(measure(contenders.docs(), query), Plan.EXACT_SCAN, measured);
    }

    private static int measureRoughly(LeafReaderContext leaf, VectorScorer.Bulk scores, Contenders contenders)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
        int measured = 0;
        while (true) {
            float best = scores.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, live, some);
            if (some.size == 0) {
                return measured;
            }
            measured += some.size;
            for (int i = 0; i < some.size && best >= contenders.least(); i++) {
                contenders.offer(leaf.docBase + some.docs[i], some.features[i]);
            }
        }
    }

    private Hits walk(VectorQuery query, Query filter) throws IOException {
        int candidates = Math.max(LEAST_CANDIDATES, 2 * query.limit());
        Query graph =
                new KnnFloatVectorQuery(PointDocument.VECTOR, query.vector().values(), candidates, filter);
        int[] found = Arrays.stream(searcher.search(graph, candidates).scoreDocs)
                .mapToInt((ScoreDoc candidate) -> candidate.doc)
                .sorted()
                .toArray();
        return new Hits(measure(found, query), Plan.GRAPH, found.length);
    }

    /** The nearest of these documents, which are in their order. */
    private List<Hit> measure(int[] docs, VectorQuery query) throws IOException {
        NearestHits nearest = new NearestHits(query.limit());
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < docs.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[from], leaves));
            int to = from;
            while (to < docs.length && docs[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            measure(leaf, Arrays.copyOfRange(docs, from, to), query, nearest);
            from = to;
        }
        return nearest.toList();
    }

    private static void measure(LeafReaderContext leaf, int[] docs, VectorQuery query, NearestHits nearest)
            throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PointDocument.VECTOR);
        KnnVectorValues.DocIndexIterator rows = vectors.iterator();
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(PointDocument.ID);
        for (int doc : docs) {
            if (rows.advance(doc - leaf.docBase) == doc - leaf.docBase && ids.advanceExact(doc - leaf.docBase)) {
                nearest.offer(
                        PointDocument.id(ids.binaryValue()),
                        query.vector().cosineSimilarity(vectors.vectorValue(rows.index())));
            }
        }
    }
}
