package io.loupe.cli;

import io.loupe.vision.encoder.ImageEmbedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The pictures most similar to one, gathered as they come by; only those are held. Not thread-safe. */
final class Nearest {
    /** The farther one first; of two equally near, the one that came later. */
    private static final Comparator<Ranked> FARTHEST_FIRST = Comparator.comparingDouble(Ranked::similarity)
            .thenComparing(Comparator.comparingInt(Ranked::arrival).reversed());

    private final ImageEmbedding query;
    private final int limit;
    private final PriorityQueue<Ranked> held = new PriorityQueue<>(FARTHEST_FIRST);
    private int arrivals;

    /** @param limit how many to find */
    Nearest(ImageEmbedding query, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "--limit is how many similar pictures to find, at least 1; got %d".formatted(limit));
        }
        this.query = query;
        this.limit = limit;
    }

    /** @param similarity cosine, -1..1, larger = closer */
    record Ranked(Path file, double similarity, int arrival) {}

    void add(Path file, ImageEmbedding embedding) {
        held.add(new Ranked(file, query.cosineSimilarity(embedding), arrivals++));
        if (held.size() > limit) {
            held.remove();
        }
    }

    /** The nearest first. */
    List<Ranked> ranked() {
        List<Ranked> ranked = new ArrayList<>(held);
        ranked.sort(FARTHEST_FIRST.reversed());
        return ranked;
    }
}
