package io.loupe.index.lucene;

import io.loupe.index.Change.Put;
import io.loupe.index.PayloadFilter;
import io.loupe.index.Words;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How a point lies in Lucene. Names of payload fields get a prefix, so that they cannot meet ours. */
final class PointDocument {
    static final String ID = "id";
    static final String VECTOR = "vector";
    /** Holds the names of the fields that a point has. */
    static final String FIELDS = "fields";

    private PointDocument() {}

    static String keywordField(String field) {
        return "keyword." + field;
    }

    static String wordField(String field) {
        return "word." + field;
    }

    static String numberField(String field) {
        return "number." + field;
    }

    static Term term(UUID id) {
        return new Term(ID, bytes(id));
    }

    static Document of(Put put) {
        Document document = new Document();
        document.add(new StringField(ID, bytes(put.id()), Store.NO));
        document.add(new BinaryDocValuesField(ID, bytes(put.id())));
        document.add(new KnnFloatVectorField(VECTOR, put.vector().values(), VectorSimilarityFunction.DOT_PRODUCT));
        put.payload().keywords().forEach((field, keywords) -> {
            for (String keyword : keywords) {
                add(document, keywordField(field), keyword);
                Words.of(keyword).forEach(word -> add(document, wordField(field), word));
            }
            if (!keywords.isEmpty()) {
                document.add(new StringField(FIELDS, field, Store.NO));
            }
        });
        put.payload().numbers().forEach((field, number) -> {
            document.add(new DoubleField(numberField(field), number, Store.NO));
            document.add(new StringField(FIELDS, field, Store.NO));
        });
        return document;
    }

    /** Longer ones cannot be asked for, and Lucene refuses very long ones. */
    private static void add(Document document, String field, String keyword) {
        if (keyword.length() <= PayloadFilter.LONGEST_KEYWORD) {
            document.add(new StringField(field, keyword, Store.NO));
        }
    }

    static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
