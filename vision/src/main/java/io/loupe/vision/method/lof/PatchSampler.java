package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Keeps random patches of the good pictures, for every tap, in one pass over the pictures. Which ones is settled before
 * the first picture is read, so memory does not grow with their number: 60,000 patches of 576 values are 138 MB.
 */
final class PatchSampler {
    /** Enough to choose a bank of some thousand from, and more where more are to be kept. */
    private static final int PATCHES = 60_000;

    private PatchSampler() {}

    /**
     * One sample for each tap.
     *
     * @param bank how many rows will be chosen from a sample
     * @throws IllegalArgumentException if a sample would be larger than an array can be
     */
    static List<PatchRows> sample(
            FeatureSource normals, TapShapes shapes, BankSize bank, long seed, Progress progress) {
        Random random = new Random(seed);
        List<PatchRows> samples = shapes.shapes().stream()
                .map(shape -> drawn(shape, normals.imageCount(), bank, random))
                .toList();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, normals.imageCount()).parallel().forEach(image -> {
            List<PatchFeatures> taps = normals.features(image);
            shapes.require(taps);
            for (int tap = 0; tap < taps.size(); tap++) {
                fill(samples.get(tap), image, TapBanks.patchesOf(taps.get(tap)));
            }
            progress.report("reading pictures", done.incrementAndGet(), normals.imageCount());
        });
        return samples;
    }

    /** A sample that knows which patches it wants; their values are zeros yet. */
    private static PatchRows drawn(Shape shape, int imageCount, BankSize bank, Random random) {
        int patchesPerImage = shape.rows() * shape.columns();
        int patchCount = requireArray((long) imageCount * patchesPerImage, shape);
        int count = Math.max(bank.of(patchCount), Math.min(PATCHES, patchCount));
        float[] values = new float[requireArray((long) count * shape.dimension(), shape)];
        return PatchRows.wrap(
                RowMatrix.wrap(count, shape.dimension(), values),
                RandomSubset.of(patchCount, count, random),
                patchesPerImage);
    }

    private static int requireArray(long length, Shape shape) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A sample of the patches of a tap of %s would have %d values, more than an array can hold. Use fewer pictures, a smaller input size or a smaller bank."
                            .formatted(shape, length));
        }
        return (int) length;
    }

    private static void fill(PatchRows sample, int image, RowMatrix patches) {
        RowRange own = sample.rowsOf(PictureRange.of(image));
        int dimension = patches.dimension();
        for (int row = own.from(); row < own.to(); row++) {
            System.arraycopy(
                    patches.values(),
                    sample.patch(row) * dimension,
                    sample.values().values(),
                    row * dimension,
                    dimension);
        }
    }
}
