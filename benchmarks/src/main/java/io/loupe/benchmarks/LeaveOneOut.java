package io.loupe.benchmarks;

import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.metric.RetrievalMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A search in which every picture in turn asks for the others of its kind.
 *
 * @param embeddings of the pictures
 * @param kinds of the same pictures, in the same order
 */
record LeaveOneOut(List<ImageEmbedding> embeddings, List<String> kinds) {
    LeaveOneOut {
        embeddings = List.copyOf(embeddings);
        kinds = List.copyOf(kinds);
        if (embeddings.size() != kinds.size()) {
            throw new IllegalArgumentException(
                    "%d embeddings and %d kinds do not fit together".formatted(embeddings.size(), kinds.size()));
        }
    }

    int dimension() {
        return embeddings.getFirst().dimension();
    }

    /** Mean over the pictures; those that are the only one of their kind are left out. */
    double meanAveragePrecision() {
        return mean(RetrievalMetrics::averagePrecision);
    }

    /** Mean over the pictures; those that are the only one of their kind are left out. */
    double meanPrecisionAt(int k) {
        return mean(relevant -> RetrievalMetrics.precisionAt(k, relevant));
    }

    private double mean(ToDoubleFunction<boolean[]> metric) {
        return IntStream.range(0, kinds.size())
                .filter(query -> kinds.indexOf(kinds.get(query)) != kinds.lastIndexOf(kinds.get(query)))
                .parallel()
                .mapToDouble(query -> metric.applyAsDouble(relevantByRank(query)))
                .average()
                .orElse(Double.NaN);
    }

    private boolean[] relevantByRank(int query) {
        double[] similarities = embeddings.stream()
                .mapToDouble(embeddings.get(query)::cosineSimilarity)
                .toArray();
        List<Integer> ranking = IntStream.range(0, similarities.length)
                .filter(other -> other != query)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> -similarities[other]))
                .toList();
        boolean[] relevant = new boolean[ranking.size()];
        for (int rank = 0; rank < relevant.length; rank++) {
            relevant[rank] = kinds.get(ranking.get(rank)).equals(kinds.get(query));
        }
        return relevant;
    }
}
