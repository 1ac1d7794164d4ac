package io.loupe.index.lucene;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's codec with a graph over vectors of one byte a value: a quarter of the memory of floats, and what rounding loses
 * is won back by measuring the candidates in full. The name in the files is Lucene's own, so that any Lucene reads them.
 */
final class VectorCodec extends FilterCodec {
    private static final int NEIGHBOURS = 16;
    private static final int CANDIDATES_WHEN_BUILDING = 200;

    private final KnnVectorsFormat vectors = new PerFieldKnnVectorsFormat() {
        private final KnnVectorsFormat graph = new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.UNSIGNED_BYTE, NEIGHBOURS, CANDIDATES_WHEN_BUILDING);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return graph;
        }
    };

    VectorCodec() {
        super("Lucene104", new Lucene104Codec());
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
        return vectors;
    }
}
