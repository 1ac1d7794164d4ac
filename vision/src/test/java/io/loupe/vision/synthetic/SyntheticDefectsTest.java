package io.loupe.vision.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Seeded
class SyntheticDefectsTest {
    private static final int SIDE = 128;

    @ParameterizedTest
    @EnumSource
    void changesThePictureWhereTheMaskSaysAndNotFarFromIt(SyntheticKind kind, Random random) {
        RgbImage good = part(random);

        SyntheticDefect defect = new SyntheticDefects(random.nextLong()).paint(kind, good, part(random), 0.15);

        int insideChanged = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean changed = !samePixel(good, defect.image(), row, column);
                if (defect.mask().at(row, column)) {
                    insideChanged += changed ? 1 : 0;
                }
                if (Math.hypot(row - defect.centreRow(), column - defect.centreColumn()) > 0.2 * SIDE) {
                    assertThat(changed).as("%d, %d", row, column).isFalse();
                }
            }
        }
        assertThat(insideChanged).isGreaterThan(defect.mask().area() / 2);
    }

    @ParameterizedTest
    @EnumSource
    void paintsTheSameForTheSameSeed(SyntheticKind kind, Random random) {
        RgbImage good = part(random);
        RgbImage other = part(random);
        long seed = random.nextLong();

        SyntheticDefect once = new SyntheticDefects(seed).paint(kind, good, other);
        SyntheticDefect again = new SyntheticDefects(seed).paint(kind, good, other);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void leavesTheGoodPictureAsItWas(Random random) {
        RgbImage good = part(random);
        byte[] before = good.pixels().clone();

        new SyntheticDefects(1).paint(SyntheticKind.STAIN, good, good, 0.3);

        assertThat(good.pixels()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.1", "0.2"})
    void masksAboutADiscOfTheDiameterAskedFor(double size, Random random) {
        RgbImage good = part(random);
        SyntheticDefects defects = new SyntheticDefects(random.nextLong());
        int count = 60;
        double area = 0;
        for (int i = 0; i < count; i++) {
            area += defects.paint(SyntheticKind.STAIN, good, good, size).mask().area();
        }

        double disc = Math.PI / 4 * Math.pow(size * SIDE, 2);
        assertThat(area / count).isCloseTo(disc, within(0.35 * disc));
    }

    @Test
    void drawsSizesBetweenTheSmallestAndTheLargest(Random random) {
        RgbImage good = part(random);
        SyntheticDefects defects = new SyntheticDefects(random.nextLong());

        for (int i = 0; i < 50; i++) {
            assertThat(defects.paint(SyntheticKind.PASTE, good, good).relativeSize())
                    .isBetween(SyntheticDefects.SMALLEST - 1e-9, SyntheticDefects.LARGEST + 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource
    void prefersPlacesWhereTheDefectShows(SyntheticKind kind, Random random) {
        RgbImage halfPlain = part(random);
        for (int i = 0; i < halfPlain.pixels().length / 2; i++) {
            halfPlain.pixels()[i] = (byte) 128;
        }
        SyntheticDefects defects = new SyntheticDefects(random.nextLong());
        int unchanged = 0;
        for (int i = 0; i < 20; i++) {
            unchanged += defects.paint(kind, halfPlain, halfPlain, 0.1).image().equals(halfPlain) ? 1 : 0;
        }

        assertThat(unchanged).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void paintsOnAPlainPictureOfAnySizeToo(SyntheticKind kind, Random random) {
        RgbImage plain = RgbImage.filled(1 + random.nextInt(12), 1 + random.nextInt(12), 90, 90, 90);
        RgbImage other = RgbImage.filled(5, 40, 10, 20, 30);

        SyntheticDefect defect = new SyntheticDefects(random.nextLong()).paint(kind, plain, other, 0.5);

        assertThat(defect.image().height()).isEqualTo(plain.height());
        assertThat(defect.mask().width()).isEqualTo(plain.width());
    }

    private static boolean samePixel(RgbImage one, RgbImage other, int row, int column) {
        return one.at(row, column, 0) == other.at(row, column, 0)
                && one.at(row, column, 1) == other.at(row, column, 1)
                && one.at(row, column, 2) == other.at(row, column, 2);
    }

    /** Something to see everywhere: waves of different lengths, and a little noise. */
    private static RgbImage part(Random random) {
        byte[] pixels = new byte[3 * SIDE * SIDE];
        double phase = random.nextDouble(6);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double wave = 60 * Math.sin(row / 5.0 + phase) + 50 * Math.cos(column / 3.0 + phase);
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * SIDE + column) + channel] = (byte) (128 + wave + random.nextInt(9));
                }
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }
}
