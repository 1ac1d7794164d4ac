package io.loupe.vision.coreset;

import io.loupe.vision.neighbors.RowMatrix;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A linear map onto few random directions that nearly keeps distances, to choose a coreset cheaply. Immutable and
 * thread-safe.
 *
 * <p>The entries are drawn from N(0, 1 / target dimension), so the expected squared distance is kept (Johnson and
 * Lindenstrauss). PatchCore [1] draws uniformly from an untrained linear layer, which scales all distances alike and so
 * chooses in the same way.
 *
 * <p>[1] Roth et al., Towards Total Recall in Industrial Anomaly Detection, 2022, https://arxiv.org/abs/2106.08265
 */
public final class RandomProjection {
    /** The dimension PatchCore projects to. */
    public static final int DEFAULT_DIMENSION = 128;

    private final int sourceDimension;
    private final int targetDimension;
    /** Shape [source dimension, target dimension]; empty when rows pass unchanged. */
    private final float[] weights;

    private RandomProjection(int sourceDimension, int targetDimension, float[] weights) {
        this.sourceDimension = sourceDimension;
        this.targetDimension = targetDimension;
        this.weights = weights;
    }

    /** A Gaussian projection; rows that have no more than {@code targetDimension} values pass unchanged. */
    public static RandomProjection gaussian(int sourceDimension, int targetDimension, long seed) {
        if (targetDimension < 1) {
            throw new IllegalArgumentException(
                    "The dimension to project to must be at least 1, got %d".formatted(targetDimension));
        }
        if (sourceDimension <= targetDimension) {
            return new RandomProjection(sourceDimension, sourceDimension, new float[0]);
        }
        Random random = new Random(seed);
        float[] weights = new float[Math.multiplyExact(sourceDimension, targetDimension)];
        double deviation = 1 / Math.sqrt(targetDimension);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * deviation);
        }
        return new RandomProjection(sourceDimension, targetDimension, weights);
    }

    /**
     * A projection onto given directions.
     *
     * @param directions shape [target dimension, source dimension]
     */
    public static RandomProjection onto(RowMatrix directions) {
        int target = directions.rows();
        int source = directions.dimension();
        float[] weights = new float[source * target];
        for (int t = 0; t < target; t++) {
            for (int s = 0; s < source; s++) {
                weights[s * target + t] = directions.values()[t * source + s];
            }
        }
        return new RandomProjection(source, target, weights);
    }

    /**
     * The rows along the random directions. Cost O(rows * source dimension * target dimension), on all cores.
     *
     * @param rows shape [rows, source dimension]; not changed
     * @return shape [rows, target dimension]; the same object when rows pass unchanged
     * @throws IllegalArgumentException if the dimension of the rows is another one
     */
    public RowMatrix project(RowMatrix rows) {
        if (rows.dimension() != sourceDimension) {
            throw new IllegalArgumentException("This projection was made for rows of %d values, got rows of %d"
                    .formatted(sourceDimension, rows.dimension()));
        }
        if (weights.length == 0) {
            return rows;
        }
        float[] projected = new float[Math.multiplyExact(rows.rows(), targetDimension)];
        IntStream.range(0, rows.rows()).parallel().forEach(row -> projectRow(rows.values(), row, projected));
        return RowMatrix.wrap(rows.rows(), targetDimension, projected);
    }

    private void projectRow(float[] values, int row, float[] projected) {
        float[] sums = new float[targetDimension];
        for (int s = 0; s < sourceDimension; s++) {
            float value = values[row * sourceDimension + s];
            int offset = s * targetDimension;
            for (int t = 0; t < sums.length; t++) {
                sums[t] += value * weights[offset + t];
            }
        }
        System.arraycopy(sums, 0, projected, row * targetDimension, targetDimension);
    }
}
