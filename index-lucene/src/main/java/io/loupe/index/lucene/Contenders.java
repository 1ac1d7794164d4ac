package io.loupe.index.lucene;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The points that may be among the nearest as far as their scores tell, which are rounded: all that are not worse than the
 * last of the best by more than rounding explains. Who measures those precisely finds the nearest, and none is missing.
 */
final class Contenders {
    /** Of a float: a product of unit vectors errs by no more than this times its summands, in whichever order (Higham). */
    private static final float ROUNDING = 0x1p-24f;

    private static final int ROUNDING_OF_SCORE = 8; // of 1 + product, and of vectors whose length is nearly one

    private final int wanted;
    private final float tolerance;
    private final PriorityQueue<Float> best = new PriorityQueue<>();
    private int[] docs = new int[64];
    private float[] scores = new float[64];
    private int size;

    /**
     * For the best of so many points.
     *
     * @param dimension of the vectors, whose scores are (1 + product) / 2, summed in single precision
     */
    Contenders(int wanted, int dimension) {
        this.wanted = wanted;
        this.tolerance = (dimension + ROUNDING_OF_SCORE) * ROUNDING; // twice what one score, half a product, can be off
    }

    /** What a score has to reach. */
    float least() {
        return best.size() < wanted ? Float.NEGATIVE_INFINITY : best.element() - tolerance;
    }

    void offer(int doc, float score) {
        if (score < least()) {
            return;
        }
        if (size == docs.length) {
            docs = Arrays.copyOf(docs, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        docs[size] = doc;
        scores[size] = score;
        size++;
        best.add(score);
        if (best.size() > wanted) {
            best.remove();
        }
    }

    /** The documents of all that are still in question, in the order in which they were offered. */
    int[] docs() {
        float least = least();
        int[] left = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (scores[i] >= least) {
                left[count++] = docs[i];
            }
        }
        return Arrays.copyOf(left, count);
    }
}
