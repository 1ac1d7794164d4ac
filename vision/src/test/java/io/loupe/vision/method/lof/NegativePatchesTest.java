package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.RowMatrix;
import org.junit.jupiter.api.Test;

/** On a line: normal patches of pictures 0 to 3 at 0, 1, 2 and 3, a defective one at 13. */
final class NegativePatchesTest {
    private static final PatchRows NORMALS = PatchRows.wrap(row(0, 1, 2, 3), new int[] {0, 1, 2, 3}, 1);

    @Test
    void raisesTheMoreTheNearerToTheDefect() {
        NegativePatches negatives = negatives(0, 13);

        assertThat(factor(negatives, 14)).isCloseTo(5.0, within(1e-6));
        assertThat(factor(negatives, 11)).isCloseTo(2.5, within(1e-6));
        assertThat(factor(negatives, 13)).isEqualTo(16);
    }

    @Test
    void reachesHalfAsFarAsTheNearestNormalPatch() {
        NegativePatches negatives = negatives(0, 13);
        assertThat(factor(negatives, 8.1)).isGreaterThan(1);
        assertThat(factor(negatives, 7.9)).isEqualTo(1);
        assertThat(factor(negatives, 18.1)).isEqualTo(1);
    }

    @Test
    void isMeasuredAgainstNormalPatchesOfOtherPartsThanTheOneLeftOut() {
        // Without picture 3 the defect is 11 from the nearest normal patch.
        assertThat(negatives(0, 13).factor(row(14), 0, 11, PictureRange.of(3))).isCloseTo(5.5, within(1e-6));
    }

    @Test
    void theNearestOfSeveralDefectsCounts() {
        assertThat(factor(negatives(0, 13, 14), 14.5)).isCloseTo(11.0, within(1e-6));
        assertThat(factor(negatives(0, 14, 13), 14.5)).isCloseTo(11.0, within(1e-6));
    }

    @Test
    void leavesPatchesNearTheNormalOnesAlone() {
        NegativePatches negatives = negatives(12, 13);
        assertThat(factor(negatives, 14.9)).isEqualTo(1);
        assertThat(factor(negatives, 15.1)).isGreaterThan(1);
    }

    @Test
    void aDefectThatLooksJustLikeANormalPatchRaisesNothing() {
        assertThat(factor(negatives(0, 3), 3)).isEqualTo(1);
    }

    @Test
    void withoutDefectsNothingIsRaised() {
        assertThat(factor(negatives(0), 13)).isEqualTo(1);
    }

    private static double factor(NegativePatches negatives, double patch) {
        return negatives.factor(row(patch), 0, (float) patch - 3, PictureRange.NONE);
    }

    private static NegativePatches negatives(double gate, double... at) {
        try (NearestRows search = NearestRows.create(NORMALS.values())) {
            return NegativePatches.of(row(at), NORMALS, search, gate);
        }
    }

    private static RowMatrix row(double... values) {
        float[] rows = new float[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) values[i];
        }
        return RowMatrix.wrap(rows.length, 1, rows);
    }
}
