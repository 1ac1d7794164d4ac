package io.loupe.vision.threshold;

/**
 * The two scores that part PASS from WARN from FAIL, and the two map values that a region begins and ends at.
 *
 * @param warnScore a picture scoring above this is at least WARN
 * @param failScore a picture scoring above this is FAIL; not below {@code warnScore}
 * @param pixelScore a region holds at least one map value above this
 * @param growScore all map values of a region are above this; not above {@code pixelScore}
 * @param failPromise how many good parts FAIL
 * @param warnPromise how many good parts WARN or FAIL
 */
public record Threshold(
        double warnScore,
        double failScore,
        double pixelScore,
        double growScore,
        Promise failPromise,
        Promise warnPromise) {
    public Threshold {
        if (!(warnScore <= failScore)) {
            throw new IllegalArgumentException("The warning score must not be above the failing score, got %s and %s"
                    .formatted(warnScore, failScore));
        }
        if (!(growScore <= pixelScore)) {
            throw new IllegalArgumentException(
                    "The score that regions grow down to must not be above the one they begin at, got %s and %s"
                            .formatted(growScore, pixelScore));
        }
    }

    public Verdict verdictOf(double imageLevelScore) {
        if (imageLevelScore > failScore) {
            return Verdict.FAIL;
        }
        return imageLevelScore > warnScore ? Verdict.WARN : Verdict.PASS;
    }
}
