package io.loupe.benchmarks;

import io.loupe.vision.threshold.Binomial;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.HeldOutScores;
import io.loupe.vision.threshold.Threshold;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What became of the promise on one category with one seed.
 *
 * @param parts how many parts the good pictures show
 * @param freshToHeldOut mean score of the good test pictures, in units of that of the held-out good pictures
 * @param checks one for each promised rate
 */
record PromiseRow(String category, int seed, int parts, double freshToHeldOut, List<Check> checks) {
    /** The rates that are promised one after the other. */
    static final List<Double> RATES = List.of(0.05, 0.01);

    PromiseRow {
        checks = List.copyOf(checks);
    }

    /**
     * A promised rate against good pictures that no training has seen.
     *
     * @param bound upper limit that is stated with the promise, at 95 % confidence
     * @param rejected how many of the good test pictures fail
     * @param pictures how many good test pictures there are
     */
    record Check(double promised, double bound, boolean extrapolated, int rejected, int pictures) {
        /** A correct bound is called broken in one test of a hundred. */
        private static final double LEVEL = 0.01;

        /** Probability of as many rejects or more if the bound holds. */
        double probability() {
            return new Binomial(pictures, bound).atLeast(rejected);
        }

        boolean holds() {
            return probability() >= LEVEL;
        }
    }

    static PromiseRow of(String category, int seed, HeldOutScores heldOut, double[] fresh) {
        return new PromiseRow(
                category,
                seed,
                heldOut.groups().count(),
                mean(fresh) / mean(heldOut.imageLevelScores()),
                RATES.stream().map(rate -> check(rate, heldOut, fresh)).toList());
    }

    private static Check check(double rate, HeldOutScores heldOut, double[] fresh) {
        Threshold threshold = Calibration.calibrate(heldOut, FalseRejectRates.failing(rate));
        int rejected = (int) Arrays.stream(fresh)
                .filter(score -> score > threshold.failScore())
                .count();
        return new Check(
                rate,
                threshold.failPromise().upperLimit(),
                threshold.failPromise().extrapolated(),
                rejected,
                fresh.length);
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, seed %d: %s",
                category,
                seed,
                String.join(
                        ", ",
                        checks.stream()
                                .map(check -> String.format(
                                        Locale.ROOT,
                                        "%d of %d rejected at %.2f%s",
                                        check.rejected(),
                                        check.pictures(),
                                        check.promised(),
                                        check.holds() ? "" : " - MORE THAN STATED"))
                                .toList()));
    }
}
