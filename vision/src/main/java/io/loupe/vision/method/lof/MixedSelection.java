package io.loupe.vision.method.lof;

import io.loupe.vision.coreset.GreedyCoreset;
import io.loupe.vision.coreset.RandomProjection;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.progress.Progress;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses the rows of a bank: a greedy coreset, so that rare normal looks are among them, and random others, so that
 * patches lie as densely in the bank as they do in the pictures.
 */
final class MixedSelection {
    private MixedSelection() {}

    /**
     * {@code count} different rows of a sample.
     *
     * @param coresetShare of the count, 0 to 1; the coreset is chosen on a random projection
     */
    static PatchRows choose(PatchRows sample, int count, double coresetShare, long seed, Progress progress) {
        int rows = sample.count();
        if (count >= rows) {
            return sample;
        }
        BitSet chosen = new BitSet(rows);
        int coreset = (int) Math.round(count * coresetShare);
        if (coreset > 0) {
            var projection =
                    RandomProjection.gaussian(sample.values().dimension(), RandomProjection.DEFAULT_DIMENSION, seed);
            for (int row : GreedyCoreset.select(projection.project(sample.values()), coreset, seed, progress)) {
                chosen.set(row);
            }
        }
        int[] left = IntStream.range(0, rows).filter(row -> !chosen.get(row)).toArray();
        for (int place : RandomSubset.of(left.length, count - coreset, new Random(seed))) {
            chosen.set(left[place]);
        }
        return sample.select(chosen.stream().toArray());
    }
}
