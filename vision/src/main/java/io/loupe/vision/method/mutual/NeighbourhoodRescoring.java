package io.loupe.vision.method.mutual;

import io.loupe.vision.encoder.ImageEmbedding;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The re-scoring of MuSc (RsCIN): a picture's score becomes a mean over the pictures that look most like it as a whole,
 * which evens out chance. For each k of 1, 2 and 3: the mean over the k most similar pictures, itself one of them,
 * weighted by cosine similarity; then the mean over k. The authors first stretch the scores to 0..1, which changes no
 * order and is left out, so that scores keep their scale.
 */
public final class NeighbourhoodRescoring {
    private static final int MOST_NEIGHBOURS = 3;

    private NeighbourhoodRescoring() {}

    /**
     * The new picture scores. Cost O(pictures^2 * dimension).
     *
     * @param imageLevelScores one per picture; not changed
     * @param embeddings of the same pictures, of one dimension
     */
    public static double[] rescored(double[] imageLevelScores, List<ImageEmbedding> embeddings) {
        if (imageLevelScores.length != embeddings.size()) {
            throw new IllegalArgumentException("%d scores and %d embeddings do not belong to the same pictures"
                    .formatted(imageLevelScores.length, embeddings.size()));
        }
        return IntStream.range(0, imageLevelScores.length)
                .parallel()
                .mapToDouble(image -> rescored(image, imageLevelScores, embeddings))
                .toArray();
    }

    private static double rescored(int image, double[] scores, List<ImageEmbedding> embeddings) {
        double[] similarities = embeddings.stream()
                .mapToDouble(other -> cosineSimilarity(embeddings.get(image), other))
                .toArray();
        int[] nearest = IntStream.range(0, scores.length)
                .boxed()
                .sorted((left, right) -> Double.compare(similarities[right], similarities[left]))
                .limit(MOST_NEIGHBOURS)
                .mapToInt(Integer::intValue)
                .toArray();
        double weighted = 0;
        double weights = 0;
        double sum = 0;
        for (int neighbour : nearest) {
            weighted += similarities[neighbour] * scores[neighbour];
            weights += similarities[neighbour];
            sum += weighted / weights;
        }
        return sum / nearest.length;
    }

    private static double cosineSimilarity(ImageEmbedding left, ImageEmbedding right) {
        if (left.dimension() != right.dimension()) {
            throw new IllegalArgumentException(
                    "Embeddings of %d and %d values cannot be compared".formatted(left.dimension(), right.dimension()));
        }
        double product = 0;
        double squaredLeft = 0;
        double squaredRight = 0;
        for (int i = 0; i < left.dimension(); i++) {
            product += (double) left.values()[i] * right.values()[i];
            squaredLeft += (double) left.values()[i] * left.values()[i];
            squaredRight += (double) right.values()[i] * right.values()[i];
        }
        return product / Math.sqrt(squaredLeft * squaredRight);
    }
}
