package io.loupe.vision.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every pixel, in eight bytes: the key of its score above, its region below. They lie in runs that are sorted each for
 * itself and merged while they are read, so that no second copy is needed.
 */
final class ExactPixelTally implements PixelTally {
    private static final int RUN_LENGTH = 1 << 20;

    private final DefectRegions regions;
    private final List<long[]> fullRuns = new ArrayList<>();
    private long[] run = new long[RUN_LENGTH];
    private int used;

    ExactPixelTally(DefectRegions regions) {
        this.regions = regions;
    }

    @Override
    public void add(int key, int region) {
        if (used == RUN_LENGTH) {
            Arrays.sort(run);
            fullRuns.add(run);
            run = new long[RUN_LENGTH];
            used = 0;
        }
        run[used++] = (long) key << 32 | (region + 1);
    }

    @Override
    public void descend(Visitor visitor) {
        Arrays.sort(run, 0, used);
        DescendingMerge merge = new DescendingMerge(fullRuns, run, used);
        long good = 0;
        long[] defective = new long[regions.typeCount()];
        double[] overlap = new double[regions.typeCount()];
        while (merge.hasNext()) {
            long pixel = merge.next();
            int region = (int) pixel - 1;
            if (region == GOOD) {
                good++;
            } else {
                defective[regions.typeOf(region)]++;
                overlap[regions.typeOf(region)] += regions.shareOfOnePixel(region);
            }
            if (!merge.hasNext() || (int) (merge.peek() >> 32) != (int) (pixel >> 32)) {
                visitor.visit(good, defective, overlap);
                good = 0;
                Arrays.fill(defective, 0);
                Arrays.fill(overlap, 0);
            }
        }
    }

    /** Adds every pixel to another tally and forgets it here, run by run. */
    void moveTo(PixelTally other) {
        for (int i = 0; i < used; i++) {
            move(run[i], other);
        }
        used = 0;
        while (!fullRuns.isEmpty()) {
            for (long pixel : fullRuns.removeLast()) {
                move(pixel, other);
            }
        }
    }

    private static void move(long pixel, PixelTally other) {
        other.add((int) (pixel >> 32), (int) pixel - 1);
    }
}
