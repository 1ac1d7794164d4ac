package io.loupe.vision.metric;

import java.util.Arrays;

/** The curves over all pixels, and over the pixels of each defect type, drawn in one descent. */
final class PixelCurves implements PixelTally.Visitor {
    final RankingCurve ranking;
    final AreaUnderCurve overlap;
    final AreaUnderCurve[] rocOfType;
    final AreaUnderCurve[] overlapOfType;

    PixelCurves(long goodPixels, DefectRegions regions, double auProLimit) {
        long[] pixels = regions.pixelsByType();
        long[] counts = regions.regionsByType();
        ranking = new RankingCurve(goodPixels, Arrays.stream(pixels).sum());
        overlap = new AreaUnderCurve(
                auProLimit, goodPixels, (double) Arrays.stream(counts).sum());
        rocOfType = new AreaUnderCurve[pixels.length];
        overlapOfType = new AreaUnderCurve[pixels.length];
        for (int type = 0; type < pixels.length; type++) {
            rocOfType[type] = new AreaUnderCurve(1, goodPixels, (double) pixels[type]);
            overlapOfType[type] = new AreaUnderCurve(auProLimit, goodPixels, (double) counts[type]);
        }
    }

    @Override
    public void visit(long good, long[] defectiveByType, double[] overlapByType) {
        long defective = 0;
        double overlapOfAll = 0;
        for (int type = 0; type < defectiveByType.length; type++) {
            rocOfType[type].step(good, (double) defectiveByType[type]);
            overlapOfType[type].step(good, overlapByType[type]);
            defective += defectiveByType[type];
            overlapOfAll += overlapByType[type];
        }
        ranking.step(good, defective);
        overlap.step(good, overlapOfAll);
    }

    /** How far off a metric over all types is at most, where each step stands for several; NaN if they are. */
    double errorOfMergedSteps() {
        return Math.max(ranking.errorOfMergedSteps(), overlap.errorOfMergedSteps());
    }
}
