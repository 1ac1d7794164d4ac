package io.loupe.index.lucene;

import org.apache.lucene.search.DocIdSetIterator;

/** The documents of one segment out of a sorted list of the whole index's. */
final class SortedDocs extends DocIdSetIterator {
    private final int[] docs;
    private final int to;
    private final int docBase;
    private int at;

    /** Those from {@code from} (included) to {@code to} (excluded), numbered from {@code docBase}. */
    SortedDocs(int[] docs, int from, int to, int docBase) {
        this.docs = docs;
        this.at = from - 1;
        this.to = to;
        this.docBase = docBase;
    }

    @Override
    public int docID() {
        return at >= to ? NO_MORE_DOCS : docs[at] - docBase;
    }

    @Override
    public int nextDoc() {
        at++;
        return docID();
    }

    @Override
    public int advance(int target) {
        int doc;
        do {
            doc = nextDoc();
        } while (doc < target);
        return doc;
    }

    @Override
    public long cost() {
        return docs.length;
    }
}
