package io.loupe.vision.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts of pixels in 2^26 bins, the leading bits of their scores as floats: 131,072 to every doubling of the score, each
 * 0.0008 % wide, whatever the range. Scores of one bin are taken for equal.
 *
 * <p>Bins come in pages of 1,024 that exist once a score falls into them: 1 MiB for every doubling that good pixels
 * cover, and 2 MiB for every doubling that the pixels of a defect type cover.
 */
final class BinnedPixelTally implements PixelTally {
    private static final int DROPPED_BITS = 6;
    private static final int PAGE_BITS = 10;
    private static final int PAGE_LENGTH = 1 << PAGE_BITS;

    private static final class Page {
        final long[] good = new long[PAGE_LENGTH];
        /** By defect type; null up to the first pixel of that type. */
        @Nullable
        DefectivePixels[] defective = new DefectivePixels[0];

        DefectivePixels defective(int type) {
            if (type >= defective.length) {
                defective = Arrays.copyOf(defective, type + 1);
            }
            DefectivePixels pixels = defective[type];
            if (pixels == null) {
                pixels = new DefectivePixels();
                defective[type] = pixels;
            }
            return pixels;
        }
    }

    private static final class DefectivePixels {
        final long[] counts = new long[PAGE_LENGTH];
        final double[] overlaps = new double[PAGE_LENGTH];
    }

    private final DefectRegions regions;
    private final @Nullable Page[] pages = new Page[1 << (Integer.SIZE - DROPPED_BITS - PAGE_BITS)];

    BinnedPixelTally(DefectRegions regions) {
        this.regions = regions;
    }

    @Override
    public void add(int key, int region) {
        int bin = (key ^ Integer.MIN_VALUE) >>> DROPPED_BITS;
        Page page = pages[bin >>> PAGE_BITS];
        if (page == null) {
            page = new Page();
            pages[bin >>> PAGE_BITS] = page;
        }
        int slot = bin & (PAGE_LENGTH - 1);
        if (region == GOOD) {
            page.good[slot]++;
        } else {
            DefectivePixels pixels = page.defective(regions.typeOf(region));
            pixels.counts[slot]++;
            pixels.overlaps[slot] += regions.shareOfOnePixel(region);
        }
    }

    @Override
    public void descend(Visitor visitor) {
        for (int i = pages.length - 1; i >= 0; i--) {
            Page page = pages[i];
            if (page != null) {
                descend(page, visitor);
            }
        }
    }

    private void descend(Page page, Visitor visitor) {
        long[] counts = new long[regions.typeCount()];
        double[] overlaps = new double[regions.typeCount()];
        for (int slot = PAGE_LENGTH - 1; slot >= 0; slot--) {
            long all = page.good[slot];
            for (int type = 0; type < page.defective.length; type++) {
                DefectivePixels pixels = page.defective[type];
                counts[type] = pixels == null ? 0 : pixels.counts[slot];
                overlaps[type] = pixels == null ? 0 : pixels.overlaps[slot];
                all += counts[type];
            }
            if (all > 0) {
                visitor.visit(page.good[slot], counts, overlaps);
            }
        }
    }
}
