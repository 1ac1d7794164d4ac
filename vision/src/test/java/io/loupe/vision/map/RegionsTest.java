package io.loupe.vision.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.BinaryMask;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegionsTest {
    /** Two peaks: 20 at row 1, column 1 with a shoulder, and 16 at row 3, column 5. */
    private static final AnomalyMap MAP = AnomalyMap.wrap(4, 6, new float[] {
        16, 14, 0, 0, 0, 0, //
        16, 20, 0, 0, 0, 0, //
        0, 17, 18, 0, 0, 0, //
        0, 0, 0, 0, 13, 16
    });

    @Test
    void listsRegionsByPeakWithBoxAreaShareAndPlace() {
        assertThat(Regions.find(MAP, 15, 15).list())
                .containsExactly(
                        new Region(new Box(0, 0, 3, 3), 5, 5 / 24.0, 20, 1, 1),
                        new Region(new Box(5, 3, 1, 1), 1, 1 / 24.0, 16, 3, 5));
    }

    @Test
    void growsFromTheSeedDownToTheLowerScore() {
        assertThat(Regions.find(MAP, 15, 12.5).list())
                .last()
                .isEqualTo(new Region(new Box(4, 3, 2, 1), 2, 2 / 24.0, 16, 3, 5));
    }

    @Test
    void doesNotGrowBelowThreeQuartersOfItsPeak() {
        assertThat(regionAreas(line(9, 14, 16, 20, 15, 14), 15, 1)).containsExactly(2);
    }

    @Test
    void faintAndGlaringNeighboursAreTwoRegions() {
        assertThat(regionAreas(line(20, 9, 8, 12, 11), 10, 5)).containsExactly(1, 2);
    }

    @Test
    void bumpOnTheFlankOfAHigherPeakIsNoRegionOfItsOwn() {
        assertThat(regionAreas(line(40, 35, 25, 26, 20), 10, 5)).containsExactly(2);
    }

    @Test
    void scoreEqualToTheThresholdIsNotAboveIt() {
        assertThat(Regions.find(MAP, 20, 1).list()).isEmpty();
        assertThat(Regions.find(MAP, 20, 1).predictedMask()).isEqualTo(BinaryMask.empty(4, 6));
        assertThat(regionAreas(line(20, 16, 15.5f, 16), 18, 16)).containsExactly(1);
    }

    @Test
    void plateauIsOneRegion() {
        assertThat(regionAreas(line(7, 7, 0, 7), 5, 5)).containsExactly(2, 1);
    }

    @Test
    void valuesBelowZeroHaveRegionsToo() {
        assertThat(regionAreas(line(-9, -4, -4.5f, -9, -9), -6, -8)).containsExactly(2);
    }

    @Test
    void masksOfTheRegionsMakeUpTheWholeMask() {
        Regions regions = Regions.find(MAP, 15, 12.5);

        assertThat(regions.mask(1).pixels()).containsExactly(pixels(22, 23));
        assertThat(regions.mask(0).area() + regions.mask(1).area())
                .isEqualTo(regions.predictedMask().area());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> regions.mask(2));
    }

    @Seeded
    @Test
    void regionsOfAnyMapAreWhatTheyAreDefinedAs(Random random) {
        for (int round = 0; round < 50; round++) {
            AnomalyMap map = rough(random);
            Regions regions = Regions.find(map, 6, 3);
            BinaryMask all = BinaryMask.empty(12, 15);
            for (int i = 0; i < regions.list().size(); i++) {
                Region region = regions.list().get(i);
                boolean[] mask = regions.mask(i).pixels();
                double end = Math.max(3, 0.75 * region.peakScore());
                int[] inside = IntStream.range(0, mask.length)
                        .filter(pixel -> mask[pixel])
                        .toArray();
                assertThat(inside).hasSize(region.areaPixels());
                assertThat(Arrays.stream(inside).boxed()).allSatisfy(pixel -> {
                    assertThat((double) map.values()[pixel]).isBetween(Math.nextUp(end), region.peakScore());
                    assertThat(all.pixels()[pixel]).isFalse();
                    all.pixels()[pixel] = true;
                });
                assertThat(ConnectedComponents.of(regions.mask(i)).count()).isEqualTo(1);
            }
            assertThat(regions.predictedMask()).isEqualTo(all);
            assertThat(regions.list().isEmpty()).isEqualTo(map.max() <= 6);
        }
    }

    @Test
    void lonePeakBelowTheSeedIsShownWithItsSurroundings() {
        assertThat(areas(Regions.aroundPeak(line(1, 7.9f, 8, 7.3f, 7.1f, 1), 7.5)))
                .containsExactly(3);
        assertThat(areas(Regions.aroundPeak(line(1, 7.9f, 8, 7.3f, 7.1f, 1), 7)))
                .containsExactly(4);
        assertThat(areas(Regions.aroundPeak(line(0, 0, 0), 7))).containsExactly(3);
    }

    @Test
    void refusesToGrowUpwards() {
        assertThatThrownBy(() -> Regions.find(MAP, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Regions grow down to a score that is not above their seed's,"
                        + " got a seed of 1.0 and growth to 2.0");
    }

    private static AnomalyMap line(float... values) {
        return AnomalyMap.wrap(1, values.length, values);
    }

    private static List<Integer> regionAreas(AnomalyMap map, double seedScore, double growScore) {
        return areas(Regions.find(map, seedScore, growScore));
    }

    private static List<Integer> areas(Regions regions) {
        return regions.list().stream().map(Region::areaPixels).toList();
    }

    private static boolean[] pixels(int... set) {
        boolean[] pixels = new boolean[24];
        Arrays.stream(set).forEach(pixel -> pixels[pixel] = true);
        return pixels;
    }

    /** 12 x 15 whole numbers, so that there are ties and plateaus. */
    private static AnomalyMap rough(Random random) {
        float[] values = new float[12 * 15];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1 + random.nextInt(14));
        }
        return AnomalyMap.wrap(12, 15, values);
    }
}
