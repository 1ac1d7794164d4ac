package io.loupe.vision.method.patchcore;

import io.loupe.vision.method.bank.MemoryBank;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;

/**
 * Eq. 7 of the PatchCore paper, in the form anomalib gives it: a worst patch whose nearest row is itself a rarity of the
 * bank counts more. The paper's text leaves open which distances are exponentiated; here, as there, plain ones.
 */
final class Reweighting {
    private static final int NEIGHBOURS = 9;

    private Reweighting() {}

    /**
     * The factor for the picture's score: one minus the softmax share of {@code nearestRow} among its nearest rows
     * (itself one of them), by their distance to the patch.
     *
     * @return from 0 to 1; 1 where {@code nearestRow} has no neighbours
     */
    static double weight(RowMatrix patches, int patch, MemoryBank bank, int nearestRow, RowRange excluded) {
        int count = Math.min(NEIGHBOURS, bank.rows().rows() - excluded.count());
        if (count < 2) {
            return 1;
        }
        Neighbors around = bank.nearest(bank.rows().select(new int[] {nearestRow}), count, excluded);
        double own = distance(patches, patch, bank.rows(), around.row(0, 0));
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += Math.exp(distance(patches, patch, bank.rows(), around.row(0, rank)) - own);
        }
        return 1 - 1 / sum;
    }

    private static double distance(RowMatrix left, int leftRow, RowMatrix right, int rightRow) {
        int dimension = left.dimension();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double difference =
                    (double) left.values()[leftRow * dimension + i] - right.values()[rightRow * dimension + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
