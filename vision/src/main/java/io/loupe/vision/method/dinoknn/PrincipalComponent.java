package io.loupe.vision.method.dinoknn;

import io.loupe.vision.encoder.PatchFeatures;

/** The direction in which the patches of one picture vary most, found by power iteration in float64. */
final class PrincipalComponent {
    private static final int MAX_ITERATIONS = 200;
    private static final double TOLERANCE = 1e-15;

    private PrincipalComponent() {}

    /**
     * How far each patch lies along it, from the mean patch. The sign is such that the direction's largest entry is
     * positive. Cost O(iterations * patches * dimension).
     */
    static double[] scores(PatchFeatures features) {
        double[][] centred = centred(features);
        double[] direction = longest(centred).clone();
        normalise(direction);
        double[] scores = project(centred, direction);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double[] next = combine(centred, scores);
            normalise(next);
            double change = 1 - Math.abs(dot(direction, next));
            direction = next;
            scores = project(centred, direction);
            if (change < TOLERANCE) {
                break;
            }
        }
        if (largestEntry(direction) < 0) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = -scores[i];
            }
        }
        return scores;
    }

    private static double[][] centred(PatchFeatures features) {
        int dimension = features.dimension();
        float[] values = features.values();
        double[] mean = new double[dimension];
        for (int i = 0; i < values.length; i++) {
            mean[i % dimension] += values[i] / (double) features.patchCount();
        }
        double[][] centred = new double[features.patchCount()][dimension];
        for (int i = 0; i < values.length; i++) {
            centred[i / dimension][i % dimension] = values[i] - mean[i % dimension];
        }
        return centred;
    }

    private static double[] longest(double[][] vectors) {
        double[] longest = vectors[0];
        for (double[] vector : vectors) {
            if (dot(vector, vector) > dot(longest, longest)) {
                longest = vector;
            }
        }
        return longest;
    }

    private static double[] project(double[][] vectors, double[] direction) {
        double[] scores = new double[vectors.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dot(vectors[i], direction);
        }
        return scores;
    }

    private static double[] combine(double[][] vectors, double[] weights) {
        double[] sum = new double[vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights[i] * vectors[i][j];
            }
        }
        return sum;
    }

    /** Leaves a zero vector alone: patches that are all alike lie at 0. */
    private static void normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double largestEntry(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            if (Math.abs(entry) > Math.abs(largest)) {
                largest = entry;
            }
        }
        return largest;
    }
}
