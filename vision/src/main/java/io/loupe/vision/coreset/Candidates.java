package io.loupe.vision.coreset;

import java.util.stream.IntStream;

/** The farthest rows of one round, brought up to date together and then picked from. */
final class Candidates {
    private final long[] keys;
    private final int[] seen;
    private int size;

    /** @param seen for every row, how many picks its distance knows; kept up to date */
    Candidates(int capacity, int[] seen) {
        this.keys = new long[capacity];
        this.seen = seen;
    }

    int row(int i) {
        return FarthestFirst.row(keys[i]);
    }

    float distance(int i) {
        return FarthestFirst.distance(keys[i]);
    }

    void setDistance(int i, float distance) {
        keys[i] = FarthestFirst.key(distance, row(i));
    }

    /** Takes the farthest rows out of the queue and lowers their distances to all picks, on all cores. */
    void refill(FarthestFirst waiting, Picks picks) {
        size = Math.min(keys.length, waiting.size());
        for (int i = 0; i < size; i++) {
            keys[i] = waiting.removeFirst();
        }
        orderBySeen();
        int width = picks.tileWidth();
        IntStream.range(0, (size + width - 1) / width).parallel().forEach(tile -> {
            int from = tile * width;
            picks.lower(this, from, Math.min(size, from + width), seen[row(from)]);
        });
        markSeen(picks);
    }

    private void orderBySeen() {
        long[] ordered = IntStream.range(0, size)
                .mapToLong(i -> ((long) seen[row(i)] << Integer.SIZE) | i)
                .sorted()
                .map(pair -> keys[(int) pair])
                .toArray();
        System.arraycopy(ordered, 0, keys, 0, size);
    }

    private void markSeen(Picks picks) {
        for (int i = 0; i < size; i++) {
            seen[row(i)] = picks.count();
        }
    }

    /** Picks the farthest candidate again and again, as long as no waiting row can be farther. */
    void pickFrom(FarthestFirst waiting, Picks picks) {
        long limit = waiting.first();
        int best = farthest();
        while (size > 0 && keys[best] > limit && !picks.areComplete()) {
            int pick = row(best);
            picks.add(pick);
            keys[best] = keys[--size];
            best = 0;
            for (int i = 0; i < size; ) {
                setDistance(i, Math.min(distance(i), picks.squaredDistance(row(i), pick)));
                seen[row(i)] = picks.count();
                if (keys[i] < limit) {
                    waiting.add(keys[i]);
                    keys[i] = keys[--size];
                } else {
                    best = keys[i] > keys[best] ? i : best;
                    i++;
                }
            }
        }
        while (size > 0) {
            waiting.add(keys[--size]);
        }
    }

    private int farthest() {
        int best = 0;
        for (int i = 1; i < size; i++) {
            best = keys[i] > keys[best] ? i : best;
        }
        return best;
    }
}
