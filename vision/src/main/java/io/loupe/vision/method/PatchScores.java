package io.loupe.vision.method;

/**
 * What a method says of one picture: a score per grid cell, one for the whole picture (higher = more anomalous, never
 * clamped), and for each cell the normal patch it was compared with.
 *
 * <p>Immutable by agreement, like {@link io.loupe.vision.encoder.PatchFeatures}.
 */
public final class PatchScores {
    private final int rows;
    private final int columns;
    private final float[] patchScores;
    private final double imageLevelScore;
    private final int[] nearestRows;

    private PatchScores(int rows, int columns, float[] patchScores, double imageLevelScore, int[] nearestRows) {
        this.rows = rows;
        this.columns = columns;
        this.patchScores = patchScores;
        this.imageLevelScore = imageLevelScore;
        this.nearestRows = nearestRows;
    }

    /**
     * Takes over the arrays without copying.
     *
     * @param patchScores shape [rows, columns]
     * @param nearestRows shape [rows, columns]: the bank row each patch was compared with, for
     *     {@link FittedMethod#origin}; empty where the method keeps no patches
     */
    public static PatchScores wrap(
            int rows, int columns, float[] patchScores, double imageLevelScore, int[] nearestRows) {
        if (rows < 1 || columns < 1 || patchScores.length != rows * columns) {
            throw new IllegalArgumentException(
                    "Scores of a grid of %d x %d do not fit %d values".formatted(rows, columns, patchScores.length));
        }
        if (nearestRows.length != 0 && nearestRows.length != patchScores.length) {
            throw new IllegalArgumentException(
                    "Nearest rows must be none or %d, got %d".formatted(patchScores.length, nearestRows.length));
        }
        return new PatchScores(rows, columns, patchScores, imageLevelScore, nearestRows);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The live values, shape [rows, columns]; to be read, not written. */
    public float[] patchScores() {
        return patchScores;
    }

    public double imageLevelScore() {
        return imageLevelScore;
    }

    /** Whether the method can name the normal patch each score was measured against. */
    public boolean hasNearestRows() {
        return nearestRows.length != 0;
    }

    /** The bank row that the patch at this cell was compared with. */
    public int nearestRow(int row, int column) {
        return nearestRows[row * columns + column];
    }
}
