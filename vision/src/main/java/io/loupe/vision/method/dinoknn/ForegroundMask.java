package io.loupe.vision.method.dinoknn;

import io.loupe.vision.encoder.PatchFeatures;

/**
 * Tells the part from its ground by the first principal component of a picture's patches, as AnomalyDINO does.
 *
 * <p>Patches whose component is above 10 are the part (a value made for DINOv2, whose patches are some 45 long). The
 * component's sign is free; it is turned when at most 35 % of the middle of the picture (20 % to 80 % of each side) would
 * be the part. The mask is then dilated and closed by 3 x 3 cells. Unlike there, a mask that keeps nothing keeps all, so
 * that an encoder of another scale is not silenced.
 */
final class ForegroundMask {
    private static final double THRESHOLD = 10;
    private static final double MIDDLE_FROM = 0.2;
    private static final double LEAST_IN_THE_MIDDLE = 0.35;

    private final CellMask foreground;

    private ForegroundMask(CellMask foreground) {
        this.foreground = foreground;
    }

    static ForegroundMask of(PatchFeatures tap) {
        double[] components = PrincipalComponent.scores(tap);
        CellMask above = CellMask.where(tap.rows(), tap.columns(), cell -> components[cell] > THRESHOLD);
        CellMask chosen = above.shareWithin(MIDDLE_FROM) > LEAST_IN_THE_MIDDLE
                ? above
                : CellMask.where(tap.rows(), tap.columns(), cell -> -components[cell] > THRESHOLD);
        return new ForegroundMask(chosen.dilated().closed());
    }

    boolean contains(int cell) {
        return foreground.isEmpty() || foreground.contains(cell);
    }

    /** Sets the scores off the part to 0; they still count as patches. */
    void silenceBackground(float[] scores) {
        for (int cell = 0; cell < scores.length; cell++) {
            if (!contains(cell)) {
                scores[cell] = 0;
            }
        }
    }
}
