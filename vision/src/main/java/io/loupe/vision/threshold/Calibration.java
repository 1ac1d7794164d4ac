package io.loupe.vision.threshold;

/** Makes the threshold of a detector from held-out good pictures, with the promise that they support. */
public final class Calibration {
    /** The confidence of {@link Promise#upperLimit()}. */
    private static final double CONFIDENCE = 0.95;

    private Calibration() {}

    /**
     * Places the limits of picture and pixels so that good parts exceed them at most at these rates.
     *
     * <p>Where there are enough pictures, a rate holds whatever the distribution of the scores; a rate of 0.01 takes 99
     * pictures. With fewer a tail is fitted, and the promise says that it is extrapolated. The pixel limit is made from
     * the highest value of each picture's map at the rate of failing, so that the share of good <em>parts</em> with a
     * false region is bounded, not the share of pixels. Regions grow down to the median of those values: what a good part
     * typically shows at its worst.
     */
    public static Threshold calibrate(HeldOutScores heldOut, FalseRejectRates rates) {
        WeightedValues scores = heldOut.weightedImageLevelScores();
        UpperBound warn = UpperBound.of(scores, rates.warn());
        UpperBound fail = UpperBound.of(scores, rates.fail());
        // An extrapolated tail may end below a quantile that was seen.
        double failScore = Math.max(fail.value(), warn.value());
        double pixelScore =
                UpperBound.of(heldOut.weightedMapMaxima(), rates.fail()).value();
        return new Threshold(
                warn.value(),
                failScore,
                pixelScore,
                Math.min(heldOut.medianMapMaximum(), pixelScore),
                promise(rates.fail(), scores, failScore, fail.extrapolated()),
                promise(rates.warn(), scores, warn.value(), warn.extrapolated()));
    }

    /**
     * The threshold of a failing score that somebody chose, with the promise that held-out pictures support for it: its
     * rate is the upper limit itself. Warning and pixel scores are as for {@link FalseRejectRates#DEFAULT}, the former
     * lowered to the failing score where it is above.
     *
     * @throws IllegalArgumentException if the score is NaN
     */
    public static Threshold failingAbove(double failScore, HeldOutScores heldOut) {
        if (Double.isNaN(failScore)) {
            throw new IllegalArgumentException("The score above which a part fails must be a number, got NaN");
        }
        WeightedValues scores = heldOut.weightedImageLevelScores();
        Threshold usual = calibrate(heldOut, FalseRejectRates.DEFAULT);
        double warnScore = Math.min(usual.warnScore(), failScore);
        double upperLimit = upperLimit(scores, failScore);
        Promise promise = new Promise(upperLimit, scores.parts(), upperLimit, false);
        return new Threshold(
                warnScore,
                failScore,
                usual.pixelScore(),
                usual.growScore(),
                promise,
                warnScore < failScore ? usual.warnPromise() : promise);
    }

    private static Promise promise(double rate, WeightedValues scores, double limit, boolean extrapolated) {
        return new Promise(rate, scores.parts(), upperLimit(scores, limit), extrapolated);
    }

    private static double upperLimit(WeightedValues scores, double limit) {
        // Rounded up, but not for weights such as 1/3 + 1/3 + 1/3 that add up to a little more than a whole part.
        int above = (int) Math.ceil(scores.above(limit) - 1e-9);
        return ClopperPearson.upperLimit(above, scores.parts(), CONFIDENCE);
    }
}
