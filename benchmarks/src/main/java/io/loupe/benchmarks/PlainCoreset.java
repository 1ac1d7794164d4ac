package io.loupe.benchmarks;

import io.loupe.vision.neighbors.RowMatrix;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Greedy k-centre selection as one would write it: a pass over all rows for every pick, on one thread, the distance on
 * the Vector API in float32.
 */
final class PlainCoreset {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private PlainCoreset() {}

    /** The rows picked after {@code first}, in order. The dimension must fill whole vectors. */
    static int[] select(RowMatrix rows, int count, int first) {
        float[] distances = new float[rows.rows()];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        int[] picks = new int[count];
        int pick = first;
        for (int i = 0; i < count; i++) {
            picks[i] = pick;
            int farthest = 0;
            for (int row = 0; row < distances.length; row++) {
                distances[row] = Math.min(distances[row], squaredDistance(rows, row, pick));
                farthest = distances[row] > distances[farthest] ? row : farthest;
            }
            pick = farthest;
        }
        return picks;
    }

    private static float squaredDistance(RowMatrix rows, int left, int right) {
        float[] values = rows.values();
        int dimension = rows.dimension();
        FloatVector sum = FloatVector.zero(LANES);
        for (int i = 0; i < dimension; i += LANES.length()) {
            FloatVector difference = FloatVector.fromArray(LANES, values, left * dimension + i)
                    .sub(FloatVector.fromArray(LANES, values, right * dimension + i));
            sum = difference.fma(difference, sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
