package io.loupe.vision.neighbors;

/**
 * The loops that searches and coresets spend their time in, for packages that need them raw. Arguments are not
 * checked. Stateless and thread-safe.
 */
public sealed interface DistanceKernels permits ScalarDistanceKernels, VectorApiDistanceKernels {
    /** The fastest kernels of this machine and JVM, chosen once. */
    static DistanceKernels fastest() {
        return FastestDistanceKernels.CHOSEN;
    }

    /**
     * How far {@link #groupMinima} and {@link #roughDistances} may be off for vectors of these lengths. A sum of d products
     * of float32 errs by at most d * 2^-24 times the sum of their sizes (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1); 16
     * terms more cover the norm, the scaling, and the rounding of an exact distance.
     */
    static double roughError(int dimension, double norm, double otherNorm) {
        return (dimension + 16) * 0x1p-24 * (norm + otherNorm) * (norm + otherNorm);
    }

    /** How many rows a {@link RowTile} for these kernels is wide. */
    int tileWidth();

    /**
     * The sum of squared differences of two vectors, as eight partial sums in double (term i goes to sum i modulo 8),
     * added in order and rounded once: the same bits from every implementation. Cost O(dimension).
     */
    float squaredDistance(float[] left, int leftOffset, float[] right, int rightOffset, int dimension);

    /**
     * For each lane q of a tile and each group of packed rows, the minimum of {@code |row|^2 - 2 q.row} in float32, which
     * is the squared distance to the nearest row of the group less {@code |q|^2}. This is the tile of a matrix product
     * with the minimum taken in registers; the product itself is never written. Cost O(tile width * rows * dimension).
     *
     * @param minima written from index 0, shape [toGroup - fromGroup, tile width]
     */
    void groupMinima(RowTile tile, PackedRows rows, int fromGroup, int toGroup, float[] minima);

    /**
     * For one query and each row of one group, {@code |row|^2 - 2 q.row} in float32. Cost O(dimension).
     *
     * @param distances written, one for each row of the group; infinite where the group is not full
     */
    void roughDistances(float[] query, int queryOffset, PackedRows rows, int group, float[] distances);

    /** The first index of {@code from} to {@code to} with a value not above a limit; {@code to} where there is none. */
    int nextAtMost(float limit, float[] values, int from, int to);
}
