package io.loupe.vision.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.vision.image.BinaryMask;
import org.junit.jupiter.api.Test;

final class RegionsTest {
    /** Two peaks: 5 at row 1, column 1 with a shoulder of 2s and 3s, and 4 at row 3, column 5. */
    private static final AnomalyMap MAP = AnomalyMap.wrap(4, 6, new float[] {
        2, 2, 0, 0, 0, 0, //
        2, 5, 0, 0, 0, 0, //
        0, 3, 3, 0, 0, 0, //
        0, 0, 0, 0, 2, 4
    });

    @Test
    void listsRegionsByPeakWithBoxAreaAndPlace() {
        assertThat(Regions.find(MAP, 2.5).list())
                .containsExactly(
                        new Region(new Box(1, 1, 2, 2), 3, 5, 1, 1), new Region(new Box(5, 3, 1, 1), 1, 4, 3, 5));
    }

    @Test
    void growsFromTheSeedDownToTheLowerScore() {
        assertThat(Regions.find(MAP, 4.5, 1, 1).list()).containsExactly(new Region(new Box(0, 0, 3, 3), 6, 5, 1, 1));
    }

    @Test
    void scoreEqualToTheThresholdIsNotAboveIt() {
        assertThat(Regions.find(MAP, 5).list()).isEmpty();
        assertThat(Regions.find(MAP, 5).predictedMask()).isEqualTo(BinaryMask.empty(4, 6));
    }

    @Test
    void dropsRegionsBelowTheMinimumArea() {
        Regions regions = Regions.find(MAP, 1, 1, 3);
        assertThat(regions.list()).hasSize(1);
        assertThat(regions.predictedMask().area()).isEqualTo(6);
    }

    @Test
    void maskHoldsThePixelsOfAllRegions() {
        assertThat(Regions.find(MAP, 1).predictedMask()).isEqualTo(MAP.above(1));
        assertThat(Regions.find(MAP, 1).predictedMask().area()).isEqualTo(8);
    }

    @Test
    void refusesToGrowUpwards() {
        assertThatThrownBy(() -> Regions.find(MAP, 1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Regions grow down to a score that is not above their seed's,"
                        + " got a seed of 1.0 and growth to 2.0");
    }
}
