package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;
import org.junit.jupiter.api.Test;

final class PictureScaleTest {
    @Test
    void leavesPlacesWhereTheyAreBetweenRastersOfOneSize() {
        PictureScale same = new PictureScale(32, 48, 32, 48);

        assertThat(same.scale(new Box(3, 4, 5, 6))).isEqualTo(new Box(3, 4, 5, 6));
        assertThat(same.scaleRow(31)).isEqualTo(31);
        assertThat(same.scaleColumn(47)).isEqualTo(47);
    }

    @Test
    void scalesHeightAndWidthApart() {
        PictureScale scale = new PictureScale(10, 20, 100, 40);

        assertThat(scale.scale(new Box(5, 2, 3, 4))).isEqualTo(new Box(10, 20, 6, 40));
    }

    @Test
    void coversTheWholeBoxWhenSidesDoNotDivide() {
        PictureScale scale = new PictureScale(3, 3, 10, 10);

        assertThat(scale.scale(new Box(1, 1, 1, 1))).isEqualTo(new Box(3, 3, 4, 4));
    }

    @Test
    void neverLosesABoxThatIsSmallerThanAPixel() {
        PictureScale scale = new PictureScale(100, 100, 10, 10);

        assertThat(scale.scale(new Box(55, 55, 1, 1))).isEqualTo(new Box(5, 5, 1, 1));
    }

    @Test
    void scalesARegionsAreaAndPeak() {
        Region region = new Region(new Box(0, 0, 2, 2), 4, 0.25, 7.5, 1, 1);

        assertThat(new PictureScale(4, 4, 8, 16).scale(region))
                .isEqualTo(new Region(new Box(0, 0, 8, 4), 32, 0.25, 7.5, 3, 6));
    }
}
