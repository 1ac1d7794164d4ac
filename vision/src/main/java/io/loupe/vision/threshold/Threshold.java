package io.loupe.vision.threshold;

/**
 * The two scores that part PASS from WARN from FAIL, and the pixel value above which a spot is a region.
 *
 * @param warnScore a picture scoring above this is at least WARN
 * @param failScore a picture scoring above this is FAIL; not below {@code warnScore}
 * @param pixelScore a map value above this belongs to a region
 * @param failPromise how many good parts FAIL
 * @param warnPromise how many good parts WARN or FAIL
 */
public record Threshold(
        double warnScore, double failScore, double pixelScore, Promise failPromise, Promise warnPromise) {
    public Threshold {
        if (!(warnScore <= failScore)) {
            throw new IllegalArgumentException("The warning score must not be above the failing score, got %s and %s"
                    .formatted(warnScore, failScore));
        }
    }

    public Verdict verdictOf(double imageLevelScore) {
        if (imageLevelScore > failScore) {
            return Verdict.FAIL;
        }
        return imageLevelScore > warnScore ? Verdict.WARN : Verdict.PASS;
    }
}
