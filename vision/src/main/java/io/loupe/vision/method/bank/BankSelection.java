package io.loupe.vision.method.bank;

import io.loupe.vision.coreset.GreedyCoreset;
import io.loupe.vision.coreset.RandomProjection;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;

/** How the rows of a bank are chosen when it does not keep all: projected to few dimensions, then a coreset there. */
public interface BankSelection {
    /** The projection for patches of this dimension. */
    RandomProjection projection(int dimension);

    /** The indices of {@code count} different rows, in any order. */
    int[] select(RowMatrix projected, int count, Progress progress);

    /** A greedy k-centre coreset on a Gaussian projection, both drawn from one seed. */
    static BankSelection greedyCoreset(long seed) {
        return new BankSelection() {
            @Override
            public RandomProjection projection(int dimension) {
                return RandomProjection.gaussian(dimension, RandomProjection.DEFAULT_DIMENSION, seed);
            }

            @Override
            public int[] select(RowMatrix projected, int count, Progress progress) {
                return GreedyCoreset.select(projected, count, seed, progress);
            }
        };
    }
}
