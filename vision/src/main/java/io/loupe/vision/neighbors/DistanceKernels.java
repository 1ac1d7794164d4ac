package io.loupe.vision.neighbors;

/**
 * The two loops that searches and coresets spend their time in, for packages that need them raw. Arguments are not
 * checked. Stateless and thread-safe.
 */
public sealed interface DistanceKernels permits ScalarDistanceKernels, VectorApiDistanceKernels {
    /** The fastest kernels of this machine and JVM, chosen once. */
    static DistanceKernels fastest() {
        return FastestDistanceKernels.CHOSEN;
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
}
