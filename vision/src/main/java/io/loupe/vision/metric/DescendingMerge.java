package io.loupe.vision.metric;

import java.util.List;

/** Reads several ascending runs of numbers as one descending sequence; a heap holds the next number of each. */
final class DescendingMerge {
    private final long[][] runs;
    /** For each run, where its next number is. */
    private final int[] positions;
    /** Runs that are not finished, the one with the highest next number first. */
    private final int[] heap;

    private int heapSize;

    /**
     * Over full runs and the first {@code used} numbers of one more. The arrays are read in place.
     */
    DescendingMerge(List<long[]> fullRuns, long[] lastRun, int used) {
        int count = fullRuns.size() + 1;
        runs = fullRuns.toArray(new long[count][]);
        runs[count - 1] = lastRun;
        positions = new int[count];
        heap = new int[count];
        for (int run = 0; run < count; run++) {
            positions[run] = (run == count - 1 ? used : runs[run].length) - 1;
            if (positions[run] >= 0) {
                heap[heapSize++] = run;
            }
        }
        for (int parent = heapSize / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    boolean hasNext() {
        return heapSize > 0;
    }

    long peek() {
        return nextOf(heap[0]);
    }

    long next() {
        int run = heap[0];
        long next = nextOf(run);
        positions[run]--;
        if (positions[run] < 0) {
            heapSize--;
            heap[0] = heap[heapSize];
        }
        sink(0);
        return next;
    }

    private long nextOf(int run) {
        return runs[run][positions[run]];
    }

    private void sink(int from) {
        int parent = from;
        int child = 2 * parent + 1;
        while (child < heapSize) {
            if (child + 1 < heapSize && nextOf(heap[child + 1]) > nextOf(heap[child])) {
                child++;
            }
            if (nextOf(heap[parent]) >= nextOf(heap[child])) {
                return;
            }
            int run = heap[parent];
            heap[parent] = heap[child];
            heap[child] = run;
            parent = child;
            child = 2 * parent + 1;
        }
    }
}
