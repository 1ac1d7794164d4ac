package io.loupe.benchmarks;

import io.loupe.index.UnitVector;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The same index without Loupe: Lucene's own query for the nearest vectors among those with a tag, and nothing else. */
final class PlainLucene implements Closeable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainLucene(Path folder) {
        try {
            reader = DirectoryReader.open(FSDirectory.open(folder));
            searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the nearest that have a tag along the graph; more candidates miss fewer of the first ten. */
    int find(UnitVector vector, String tag, int candidates) {
        try {
            TermQuery filter = new TermQuery(new Term("keyword.tags", tag));
            return searcher.search(new KnnFloatVectorQuery("vector", vector.values(), candidates, filter), candidates)
                    .scoreDocs
                    .length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
