package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags of 50 x 10 on a sheet of 300 x 200; lines reach 1 beyond their box. */
class TagPlacesTest {
    private static final Rectangle2D SHEET = new Rectangle2D.Double(0, 0, 300, 200);
    private static final Rectangle2D BOX = new Rectangle2D.Double(60, 80, 100, 90);

    private final TagPlaces places = new TagPlaces(SHEET);

    private Rectangle2D take(Rectangle2D box) {
        return places.take(box, 50, 10, 1);
    }

    @Test
    void theFirstStandsOnItsBox() {
        assertThat(take(BOX)).isEqualTo(new Rectangle2D.Double(59, 70, 50, 10));
    }

    @Test
    void whereThereIsNoRoomAboveItIsMovedOntoTheSheet() {
        assertThat(take(new Rectangle2D.Double(290, 2, 10, 50))).isEqualTo(new Rectangle2D.Double(250, 0, 50, 10));
    }

    @Test
    void tagsOfOneBoxHideNeitherEachOtherNorLieOutside() {
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Rectangle2D tag = take(BOX);
            assertThat(taken).noneMatch(tag::intersects);
            assertThat(SHEET.contains(tag)).isTrue();
            taken.add(tag);
        }
    }

    @Test
    void whereAllPlacesAreTakenTheTagStandsOnItsBox() {
        Rectangle2D low = new Rectangle2D.Double(60, 185, 100, 10);
        for (int i = 0; i < 10; i++) {
            take(low);
        }

        assertThat(take(low)).isEqualTo(new Rectangle2D.Double(59, 175, 50, 10));
    }
}
