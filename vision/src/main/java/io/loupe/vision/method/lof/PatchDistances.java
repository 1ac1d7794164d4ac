package io.loupe.vision.method.lof;

/**
 * What is measured of patches on one tap, before any setting plays a part: the nearest bank row, the distance to it, and
 * the mean spacing of the normal patches there, both in units of the bank's mean spacing.
 *
 * <p>Immutable by agreement, like {@link io.loupe.vision.encoder.PatchFeatures}.
 */
final class PatchDistances {
    private final float[] distances;
    private final float[] spacings;
    private final int[] nearestRows;
    private final int firstRow;

    /**
     * Zeros yet; every patch is to be set before anybody reads.
     *
     * @param firstRow the number that the bank's first row has among all banks' rows
     */
    PatchDistances(int patches, int firstRow) {
        this.firstRow = firstRow;
        this.distances = new float[patches];
        this.spacings = new float[patches];
        this.nearestRows = new int[patches];
    }

    void set(int patch, int nearestRow, double distance, double spacing) {
        nearestRows[patch] = nearestRow;
        distances[patch] = (float) distance;
        spacings[patch] = (float) spacing;
    }

    int count() {
        return distances.length;
    }

    /** Its number among all banks' rows. */
    int nearestRow(int patch) {
        return firstRow + nearestRows[patch];
    }

    /** Distance over spacing, for each patch: 1 where it is as far from a normal patch as those are from each other. */
    float[] ratios(double floor) {
        float[] ratios = new float[distances.length];
        for (int patch = 0; patch < ratios.length; patch++) {
            ratios[patch] = (float) (distances[patch] / (spacings[patch] + floor));
        }
        return ratios;
    }
}
