package io.loupe.vision.metric;

/**
 * The metrics that depend only on the order of scores, gathered from the highest score to the lowest: AUROC with ties
 * counting half, average precision as the sum of precision times the gain in recall, without interpolation, and the
 * highest F1 that any threshold reaches.
 *
 * <p>Without positives or without negatives there is nothing to rank and the metrics are NaN.
 */
final class RankingCurve {
    private final long positiveTotal;
    private final AreaUnderCurve roc;
    private final boolean defined;
    private long truePositives;
    private long falsePositives;
    private double averagePrecision;
    private double averagePrecisionError;
    private double f1Max;
    private double f1Possible;

    RankingCurve(long negatives, long positives) {
        this.positiveTotal = positives;
        this.roc = new AreaUnderCurve(1, negatives, (double) positives);
        this.defined = negatives > 0 && positives > 0;
    }

    /** The next lower score, with how many have it. */
    void step(long negatives, long positives) {
        roc.step(negatives, (double) positives);
        if (positives > 0) {
            gainRecall(negatives, positives);
        }
        truePositives += positives;
        falsePositives += negatives;
    }

    private void gainRecall(long negatives, long positives) {
        double found = truePositives + positives;
        double precision = found / (found + falsePositives + negatives);
        double best = found / (found + falsePositives);
        double worst = (truePositives + 1.0) / (truePositives + 1.0 + falsePositives + negatives);
        double recallGain = (double) positives / positiveTotal;
        averagePrecision += recallGain * precision;
        averagePrecisionError += recallGain * Math.max(best - precision, precision - worst);
        f1Max = Math.max(f1Max, 2 * found / (found + falsePositives + negatives + positiveTotal));
        f1Possible = Math.max(f1Possible, 2 * found / (found + falsePositives + positiveTotal));
    }

    double auroc() {
        return roc.normalized();
    }

    double averagePrecision() {
        return defined ? averagePrecision : Double.NaN;
    }

    double f1Max() {
        return defined ? f1Max : Double.NaN;
    }

    /** How far off any of the three is at most, where each step stands for several whose order is not known. */
    double errorOfMergedSteps() {
        return Math.max(roc.errorOfMergedSteps(), Math.max(averagePrecisionError, f1Possible - f1Max));
    }
}
