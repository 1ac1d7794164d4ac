package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.RowMatrix;
import org.junit.jupiter.api.Test;

/** Seven pictures of two patches: one near 0 where pictures are alike, one near 1,000 where they differ ten times as much. */
final class TapBankTest {
    private static final float[] VALUES = {0, 1000, 1, 1010, 2, 1020, 3, 1030, 4, 1040, 5, 1050, 6, 1060};

    private static final PatchRows ROWS =
            PatchRows.wrap(RowMatrix.wrap(14, 1, VALUES), new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, 2);

    private static final PictureGroups PARTS = PictureGroups.single(7);

    private static final double FLOOR = 1e-9;

    @Test
    void theSameDistanceCountsMoreWhereNormalPatchesLieCloseTogether() {
        float[] ratios = measure(new float[] {-6, 994}, PictureRange.NONE).ratios(FLOOR);

        // The five nearest of the rows at 0, 1 and 2 are 3, 2.2 and 1.8 away, those from 1,000 on ten times as far.
        assertThat(ratios[0]).isCloseTo(6 / (7 / 3f), within(1e-5f));
        assertThat(ratios[1]).isCloseTo(6 / (70 / 3f), within(1e-5f));
    }

    @Test
    void aLargeFloorBringsRatiosNearToDistances() {
        float[] ratios = measure(new float[] {-6, 994}, PictureRange.NONE).ratios(1e6);
        assertThat(ratios[0]).isCloseTo(ratios[1], within(1e-4f * ratios[0]));
    }

    @Test
    void leavesAPictureOutAsNearestRowAndAsNeighbour() {
        PatchDistances measured = measure(new float[] {0}, PictureRange.of(0));

        assertThat(measured.nearestRow(0)).isEqualTo(2);
        // Without picture 0, the five nearest of the rows at 1, 2 and 3 are 3, 2.2 and 1.8 away.
        assertThat(measured.ratios(FLOOR)[0]).isCloseTo(1 / (7 / 3f), within(1e-5f));
    }

    @Test
    void measuresNormalPatchesWithoutTheirOwnPictures() {
        try (TapBank bank = TapBank.of(ROWS, PARTS)) {
            float[] heldOut = bank.measureHeldOut(ROWS, PARTS).ratios(1);
            for (int row = 0; row < VALUES.length; row++) {
                assertThat(heldOut[row])
                        .isEqualTo(measure(new float[] {VALUES[row]}, PictureRange.of(row / 2))
                                .ratios(1)[0]);
            }
        }
    }

    private static PatchDistances measure(float[] patches, PictureRange leftOut) {
        try (TapBank bank = TapBank.of(ROWS, PARTS)) {
            return bank.measure(RowMatrix.wrap(patches.length, 1, patches), leftOut, 0);
        }
    }
}
