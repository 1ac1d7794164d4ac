package io.loupe.vision.blindspot;

import io.loupe.vision.blindspot.DetectionCurve.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where defects have to be larger, or may be smaller, than elsewhere: for each cell the factor that makes the curves of
 * the kinds explain the trials around it best. There are few trials for each cell, so those of the cells around count too,
 * by a Gaussian of their distance, and a factor of 2 takes evidence: its logarithm is expected around 0 with a standard
 * deviation of ln 2 (the most probable value under a normal prior).
 */
final class BlindSpotMap {
    private static final double REACH_IN_CELLS = 0.8;

    /** Where fewer trials count than this, nothing is known. */
    private static final double FEWEST_TRIALS = 3;

    private static final double EXPECTED_SPREAD = Math.log(2);
    private static final double FARTHEST = Math.log(8);
    private static final int STEPS = 64;
    private static final double NEGLIGIBLE = 1e-3;

    private BlindSpotMap() {}

    /** A trial, and the curve of its kind over the whole picture. */
    record Expected(Trial trial, Curve curve) {
        /** How probable its outcome is where all sizes are by this factor as hard. */
        private double logProbability(double factor) {
            double chance = Math.clamp(curve.chance(trial.size() / factor), 1e-3, 1 - 1e-3);
            return Math.log(trial.found() ? chance : 1 - chance);
        }

        /** How much it counts for a cell. */
        private double weight(double row, double column) {
            double down = BlindSpots.SIDE * trial.row() - row;
            double right = BlindSpots.SIDE * trial.column() - column;
            return Math.exp(-0.5 * (down * down + right * right) / (REACH_IN_CELLS * REACH_IN_CELLS));
        }
    }

    /** Factors row by row; NaN where too little is known. */
    static List<Double> factors(List<Expected> trials) {
        List<Double> factors = new ArrayList<>();
        for (int row = 0; row < BlindSpots.SIDE; row++) {
            for (int column = 0; column < BlindSpots.SIDE; column++) {
                factors.add(factor(trials, row + 0.5, column + 0.5));
            }
        }
        return factors;
    }

    private static double factor(List<Expected> trials, double row, double column) {
        double[] weights =
                trials.stream().mapToDouble(trial -> trial.weight(row, column)).toArray();
        if (Arrays.stream(weights).sum() < FEWEST_TRIALS) {
            return Double.NaN;
        }
        double best = Double.NaN;
        double highest = Double.NEGATIVE_INFINITY;
        for (int step = -STEPS; step <= STEPS; step++) {
            double shift = FARTHEST * step / STEPS;
            double plausibility = -0.5 * shift * shift / (EXPECTED_SPREAD * EXPECTED_SPREAD);
            for (int i = 0; i < weights.length; i++) {
                plausibility +=
                        weights[i] > NEGLIGIBLE ? weights[i] * trials.get(i).logProbability(Math.exp(shift)) : 0;
            }
            if (plausibility > highest) {
                highest = plausibility;
                best = Math.exp(shift);
            }
        }
        return best;
    }
}
