package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;

/**
 * Patches of one tap that are known to be defective. They only ever raise the distance of a patch to the normal ones.
 *
 * <p>A negative reaches half as far as its own distance D to the nearest normal patch. At a distance e from a negative
 * within its reach, the distance to the normal patches is multiplied by (D / 2) / e, at most by {@value #MOST}, where
 * several reach by the largest factor. So a patch within reach is at least as far from every normal patch as from the
 * negative, no normal patch that is kept is within reach of any, and a defect marked where nothing is wrong has next to no
 * reach. Patches nearer to the normal ones than the {@code gate} are left as they are, so that it is enough to keep the far
 * patches of good pictures to know their scores with negatives exactly ({@link HeldOutPatches}). Immutable.
 */
final class NegativePatches {
    /** One patch that looks exactly like a known defect weighs as much as sixteen that are as far from normal. */
    private static final double MOST = 16;

    /** Normal patches looked at for the nearest one that is not left out. */
    private static final int NEIGHBOURS = 64;

    static final NegativePatches NONE =
            new NegativePatches(RowMatrix.wrap(0, 1, new float[0]), new float[0][], new int[0][], 0);

    private final RowMatrix negatives;
    /** For each the distances to its nearest normal patches, ascending, and the pictures these come from. */
    private final float[][] distances;

    private final int[][] images;
    private final double gate;

    private NegativePatches(RowMatrix negatives, float[][] distances, int[][] images, double gate) {
        this.negatives = negatives;
        this.distances = distances;
        this.images = images;
        this.gate = gate;
    }

    /**
     * Measures defective patches against the normal ones.
     *
     * @param search over {@code normals}
     * @param gate distance to the nearest normal patch, in units of the bank's mean spacing, below which nothing is raised
     */
    static NegativePatches of(RowMatrix negatives, PatchRows normals, NearestRows search, double gate) {
        int count = negatives.rows();
        if (count == 0) {
            return NONE;
        }
        int k = Math.min(NEIGHBOURS, normals.count());
        Neighbors nearest = search.find(negatives, k);
        float[][] distances = new float[count][k];
        int[][] images = new int[count][k];
        for (int i = 0; i < count; i++) {
            for (int rank = 0; rank < k; rank++) {
                distances[i][rank] = (float) Math.sqrt(nearest.squaredDistance(i, rank));
                images[i][rank] = normals.image(nearest.row(i, rank));
            }
        }
        return new NegativePatches(negatives, distances, images, gate);
    }

    /**
     * What to multiply the distance of a patch to the normal ones by, at least 1.
     *
     * @param distance of the patch to the nearest normal one, in units of the bank's mean spacing
     * @param leftOut pictures that count as never seen
     */
    double factor(RowMatrix patches, int patch, float distance, PictureRange leftOut) {
        double factor = 1;
        if (distance < gate) {
            return factor;
        }
        for (int i = 0; i < negatives.rows(); i++) {
            double reach = normalDistance(i, leftOut) / 2;
            double within = reach / factor; // only what is nearer than this gives a larger factor
            double squared = squaredDistance(patches, patch, i, within * within);
            if (squared < within * within) {
                factor = squared > 0 ? Math.min(MOST, reach / Math.sqrt(squared)) : MOST;
            }
        }
        return factor;
    }

    private double normalDistance(int negative, PictureRange leftOut) {
        int last = images[negative].length - 1;
        int rank = 0;
        while (rank < last && leftOut.contains(images[negative][rank])) {
            rank++;
        }
        return distances[negative][rank];
    }

    /** Stops adding where it is too much already. */
    private double squaredDistance(RowMatrix patches, int patch, int negative, double limit) {
        int dimension = negatives.dimension();
        double sum = 0;
        for (int i = 0; i < dimension && sum < limit; i++) {
            double difference =
                    patches.values()[patch * dimension + i] - negatives.values()[negative * dimension + i];
            sum += difference * difference;
        }
        return sum;
    }
}
