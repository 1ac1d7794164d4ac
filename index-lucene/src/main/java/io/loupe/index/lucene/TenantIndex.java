package io.loupe.index.lucene;

import io.loupe.index.Change;
import io.loupe.index.Hits;
import io.loupe.index.VectorQuery;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * One tenant's index. A commit carries the number of the last change in it, and so cannot disagree with its content. What was
 * applied is made to be found by the first search that follows: each time costs a segment, whose graph is joined later.
 */
final class TenantIndex implements Closeable {
    private static final String SEQUENCE = "sequence";
    private static final int BUFFER_MEGABYTES = 64; // room for some ten thousand vectors, whose graph is made at once

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long sequence;

    private TenantIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.sequence = sequenceOf(writer);
    }

    /** Opens what is there; what cannot be read is thrown away, since everything in it is elsewhere too. */
    static TenantIndex open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return openIn(directory);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException
                | EOFException
                | IllegalArgumentException _) { // the last by a Lucene that has no such codec any more
            deleteFiles(directory);
            return openIn(directory);
        }
    }

    private static TenantIndex openIn(Directory directory) throws IOException {
        IndexWriter writer = openWriter(directory);
        try {
            return new TenantIndex(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static void deleteFiles(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
    }

    private static IndexWriter openWriter(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new VectorCodec())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false); // a commit says which change it goes up to, so only ours count
        return new IndexWriter(directory, config);
    }

    private static long sequenceOf(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(SEQUENCE)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    long sequence() {
        return sequence;
    }

    synchronized void apply(List<Change> changes, long newSequence) throws IOException {
        for (Change change : changes) {
            switch (change) {
                case Change.Put put -> writer.updateDocument(PointDocument.term(put.id()), PointDocument.of(put));
                case Change.Delete delete -> writer.deleteDocuments(PointDocument.term(delete.id()));
            }
        }
        sequence = newSequence;
    }

    synchronized long commit() throws IOException {
        writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(sequence)).entrySet());
        return writer.commit();
    }

    /** Closes and deletes it, also when it is broken; searches that are under way may fail. */
    synchronized void discard() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
            deleteFiles(directory);
        }
    }

    /** Sees everything that was applied before. */
    private IndexSearcher acquire() throws IOException {
        searchers.maybeRefreshBlocking();
        return searchers.acquire();
    }

    int size() throws IOException {
        IndexSearcher searcher = acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    Hits search(VectorQuery query) throws IOException {
        IndexSearcher searcher = acquire();
        try {
            return new NearestPoints(searcher).find(query);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer.isOpen()) { // a failure may have closed it; the last commit counts then
            commit();
        }
        searchers.close();
        writer.close();
        directory.close();
    }
}
