package io.loupe.vision.metric;

/**
 * The area under a rising curve from the left up to a limit, divided by that limit: AUROC with limit 1, AU-PRO with the
 * usual limit 0.3. The curve is given as steps from the highest score to the lowest, and is straight within a step, so
 * that it is cut exactly at the limit and equal scores count half.
 */
final class AreaUnderCurve {
    private final double limit;
    private final double yTotal;
    private long x;
    private double y;
    private double area;
    private double withinSteps;

    /**
     * An empty curve.
     *
     * @param limit where the area ends, as a share of {@code xTotal}
     * @param xTotal what all steps to the right will sum to
     * @param yTotal what all steps upwards will sum to
     */
    AreaUnderCurve(double limit, long xTotal, double yTotal) {
        this.limit = limit * xTotal;
        this.yTotal = yTotal;
    }

    void step(long right, double up) {
        double inside = Math.min((double) right, limit - x);
        if (inside > 0) {
            double rise = up * inside / right;
            area += inside * (y + rise / 2);
            withinSteps += inside * (inside < right ? up : up / 2);
        }
        x += right;
        y += up;
    }

    /** 0 to 1; NaN where the curve has no width or no height. */
    double normalized() {
        return area / (limit * yTotal);
    }

    /** How far off the area is at most, where each step stands for several whose order is not known. */
    double errorOfMergedSteps() {
        return withinSteps / (limit * yTotal);
    }
}
