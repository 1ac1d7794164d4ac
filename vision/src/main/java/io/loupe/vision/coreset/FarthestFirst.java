package io.loupe.vision.coreset;

/**
 * Rows waiting to be picked, the farthest first and the lower row first among equals: a binary heap of keys that hold
 * both distance and row.
 */
final class FarthestFirst {
    private final long[] heap;
    private int size;

    FarthestFirst(int capacity) {
        heap = new long[capacity];
    }

    /** Orders as wished when compared as a number: the bits of a float that is not negative order as it does. */
    static long key(float distance, int row) {
        return ((long) Float.floatToRawIntBits(distance) << Integer.SIZE) | (~row & 0xFFFF_FFFFL);
    }

    static int row(long key) {
        return ~(int) key;
    }

    static float distance(long key) {
        return Float.intBitsToFloat((int) (key >>> Integer.SIZE));
    }

    int size() {
        return size;
    }

    /** The key of the first row, or -1, which is below every key, when no row waits. */
    long first() {
        return size == 0 ? -1 : heap[0];
    }

    void add(long key) {
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] < key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    long removeFirst() {
        long first = heap[0];
        long last = heap[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }
}
