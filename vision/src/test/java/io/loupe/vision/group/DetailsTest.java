package io.loupe.vision.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts are faint marks, one grey value for each cell of {@value #CELL} x {@value #CELL} pixels. */
@Seeded
final class DetailsTest {
    private static final int CELLS = 32;
    private static final int CELL = 3;

    /** A grey value for each cell. */
    private interface Grays {
        double at(int row, int column);
    }

    @Test
    void aPictureHasEverythingInCommonWithItself(Random random) {
        Details part = details(marks(random));
        assertThat(part.distance(part)).isZero();
    }

    @Test
    void differentPartsHaveNothingInCommon(Random random) {
        assertThat(details(marks(random)).distance(details(marks(random)))).isCloseTo(Math.sqrt(2), within(0.2));
    }

    @Test
    void anotherExposureAndOtherShadingChangeLittle(Random random) {
        Grays part = marks(random);
        Details retaken = details((row, column) -> 1.3 * part.at(row, column) + row - 30);
        assertThat(retaken.distance(details(part))).isLessThan(0.3);
    }

    @Test
    void aPictureCutOutACellFartherIsAsNear(Random random) {
        Grays part = marks(random);
        Details cut = details((row, column) -> part.at(row + 1, column - 1));
        assertThat(cut.distance(details(part))).isLessThan(0.3);
        assertThat(details(part).distance(cut)).isEqualTo(cut.distance(details(part)));
    }

    @Test
    void aPictureCutOutFarElsewhereIsAnotherOne(Random random) {
        Grays part = marks(random);
        Details elsewhere = details((row, column) -> part.at(row + 4, column));
        assertThat(elsewhere.distance(details(part))).isGreaterThan(1);
    }

    @Test
    void aStrongLineThatAllPartsShareMakesThemNoMoreAlike(Random random) {
        Details one = details(lined(marks(random)));
        Details other = details(lined(marks(random)));
        assertThat(one.distance(other)).isGreaterThan(1);
    }

    @Test
    void nothingToSeeIsLikeNothing() {
        Details plain = details((row, column) -> 100);
        assertThat(plain.distance(plain)).isEqualTo(Math.sqrt(2));
    }

    private static Grays marks(Random random) {
        double[] marks = random.doubles((CELLS + 8) * (CELLS + 8), 90, 110).toArray();
        return (row, column) -> marks[(row + 4) * (CELLS + 8) + column + 4];
    }

    private static Grays lined(Grays part) {
        return (row, column) -> part.at(row, column) + (row == 16 ? 80 : 0);
    }

    private static Details details(Grays cells) {
        int side = CELLS * CELL;
        byte[] pixels = new byte[3 * side * side];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / 3;
            double gray = cells.at(pixel / side / CELL, pixel % side / CELL);
            pixels[i] = (byte) Math.clamp(Math.round(gray), 0, 255);
        }
        return Details.of(RgbImage.wrap(side, side, pixels));
    }
}
