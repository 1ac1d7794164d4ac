package io.loupe.vision.method.bank;

import io.loupe.vision.coreset.RandomProjection;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Fills a {@link MemoryBank} without ever holding all patches: a first pass over the pictures keeps only what the
 * coreset looks at (128 values per patch), a second one fetches the chosen patches in full. 700 pictures of 1,024
 * patches are 0.37 GB in the first pass where the patches themselves, of 768 values, would be 2.2 GB.
 */
public final class BankBuilder {
    private final PatchTable table;
    private final Progress progress;

    public BankBuilder(PatchTable table, Progress progress) {
        this.table = table;
        this.progress = progress;
    }

    /**
     * Builds the bank; two passes over the pictures, one when all patches are kept.
     *
     * @throws IllegalArgumentException if there are fewer than 2 pictures, or the bank is larger than an array can be
     */
    public MemoryBank build(BankSize size, BankSelection selection) {
        if (table.imageCount() < 2) {
            throw new IllegalArgumentException(
                    "A memory bank needs at least 2 good pictures, so that each can be scored without its own patches; got %d. Add good pictures."
                            .formatted(table.imageCount()));
        }
        RowMatrix first = table.patches(0);
        long patchCount = (long) table.imageCount() * first.rows();
        requireArray(patchCount, "%d patches are too many to index".formatted(patchCount));
        int count = size.of((int) patchCount);
        requireArray(
                (long) count * first.dimension(),
                "A bank of %d rows of %d values is too large".formatted(count, first.dimension()));
        int[] kept = count == patchCount
                ? IntStream.range(0, count).toArray()
                : chosen(first, (int) patchCount, count, selection);
        return MemoryBank.of(PatchRows.wrap(gather(kept, first), kept, first.rows()));
    }

    private int[] chosen(RowMatrix first, int patchCount, int count, BankSelection selection) {
        RandomProjection projection = selection.projection(first.dimension());
        int dimension = projection.project(first).dimension();
        requireArray(
                (long) patchCount * dimension,
                "%d patches of %d projected values are too many to choose from".formatted(patchCount, dimension));
        float[] projected = new float[patchCount * dimension];
        forEachImage("reading pictures", image -> {
            float[] values = projection.project(table.patches(image)).values();
            System.arraycopy(values, 0, projected, image * values.length, values.length);
        });
        int[] kept = selection.select(RowMatrix.wrap(patchCount, dimension, projected), count, progress);
        // Sorted, the rows of one picture lie together.
        Arrays.sort(kept);
        return kept;
    }

    private RowMatrix gather(int[] kept, RowMatrix first) {
        int dimension = first.dimension();
        float[] rows = new float[kept.length * dimension];
        forEachImage("filling the bank", image -> {
            int from = PatchRows.firstAtLeast(kept, (long) image * first.rows());
            int to = PatchRows.firstAtLeast(kept, (image + 1L) * first.rows());
            if (from < to) {
                float[] patches = table.patches(image).values();
                for (int row = from; row < to; row++) {
                    int patch = kept[row] - image * first.rows();
                    System.arraycopy(patches, patch * dimension, rows, row * dimension, dimension);
                }
            }
        });
        return RowMatrix.wrap(kept.length, dimension, rows);
    }

    private void forEachImage(String phase, IntConsumer work) {
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, table.imageCount()).parallel().forEach(image -> {
            work.accept(image);
            progress.report(phase, done.incrementAndGet(), table.imageCount());
        });
    }

    private static void requireArray(long length, String problem) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    problem + ". Use fewer pictures, a smaller input size, fewer taps or a smaller bank.");
        }
    }
}
