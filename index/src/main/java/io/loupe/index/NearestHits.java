package io.loupe.index;

import io.loupe.index.Hits.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/** The nearest points offered so far, in any order of offers. Not thread-safe. */
public final class NearestHits {
    private static final Comparator<Hit> NEAREST_FIRST = Comparator.comparingDouble(Hit::cosineSimilarity)
            .reversed()
            .thenComparing(Hit::id, NearestHits::compareBytes);

    private final int limit;
    private final PriorityQueue<Hit> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());

    public NearestHits(int limit) {
        this.limit = limit;
    }

    public void offer(UUID id, double cosineSimilarity) {
        Hit farthest = farthestFirst.peek();
        if (farthestFirst.size() == limit && farthest != null && cosineSimilarity < farthest.cosineSimilarity()) {
            return;
        }
        farthestFirst.add(new Hit(id, cosineSimilarity));
        if (farthestFirst.size() > limit) {
            farthestFirst.remove();
        }
    }

    /** Nearest first. */
    public List<Hit> toList() {
        return farthestFirst.stream().sorted(NEAREST_FIRST).toList();
    }

    /** {@link UUID#compareTo} takes the halves as signed numbers, which no database does. */
    private static int compareBytes(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
