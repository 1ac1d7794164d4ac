package io.loupe.vision.metric;

/**
 * How often yes and no were said, and rightly so: of pictures or of pixels. Shares whose denominator is 0 are NaN.
 *
 * @param truePositives defective and called so
 * @param falsePositives good but called defective
 * @param falseNegatives defective but called good
 * @param trueNegatives good and called so
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    /** Share of what was called defective that is. */
    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** Share of what is defective that was called so. */
    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** Share of what is good that was called defective. */
    public double falsePositiveRate() {
        return share(falsePositives, falsePositives + trueNegatives);
    }

    /** Harmonic mean of precision and recall; of pixels, this is also called Dice. */
    public double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Intersection over union, also called the Jaccard index. */
    public double iou() {
        return share(truePositives, truePositives + falsePositives + falseNegatives);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
