package io.loupe.vision.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts are discs in a fixture, each with blotches of its own. */
final class LookAlikesTest {
    private static final int SIDE = 96;

    private final LookAlikes looks = new LookAlikes();

    /** The same parts in every run: once in a while, chance makes two of them so alike that they are taken for one. */
    private final Random random = new Random(1);

    @Test
    void partsInTheSameFixtureAreNotOnePart() {
        addParts(12, random);
        assertThat(looks.groups()).hasSize(12);
    }

    @Test
    void anotherPictureOfAPartFollowsTheFirst() {
        List<RgbImage> parts = addParts(30, random);
        looks.add("copy", parts.get(5));
        looks.add("brighter", retaken(parts.get(2), 1.1, random));
        looks.add("darker", retaken(parts.get(2), 0.9, random));

        assertThat(looks.groups())
                .hasSize(30)
                .filteredOn(group -> group.size() > 1)
                .containsExactly(List.of(2, 31, 32), List.of(5, 30));
    }

    @Test
    void aLongBurstIsOnePart() {
        List<RgbImage> parts = addParts(40, random);
        IntStream.range(0, 9).forEach(shot -> looks.add("shot " + shot, retaken(parts.getFirst(), 1, random)));

        assertThat(looks.groups())
                .hasSize(40)
                .first()
                .satisfies(shots -> assertThat(shots).hasSize(10));
    }

    @Test
    void numberedNamesAloneGroupNothing() {
        for (int i = 0; i < 12; i++) {
            looks.add("part%d_cam%d.png".formatted(i / 2, i % 2), part(random));
        }
        assertThat(looks.groups()).hasSize(12);
    }

    @Test
    void namesOfOnePartLetLessLikenessDo() {
        LookAlikes unnamed = new LookAlikes();
        for (int i = 0; i < 40; i++) {
            RgbImage picture = part(random);
            RgbImage less = blended(picture, part(random), 0.2 + 0.01 * i);
            looks.add("part%d_1.png".formatted(i), picture);
            looks.add("part%d_2.png".formatted(i), less);
            unnamed.add("one", picture);
            unnamed.add("other", less);
        }
        assertThat(looks.groups().size()).isLessThan(unnamed.groups().size());
    }

    @ParameterizedTest
    @CsvSource({
        "part12_cam1.png, part12",
        "part12-2.jpg, part12",
        "2026-11-21 (3).png, 2026-11-21",
        "0031.png, 0031.png",
        "good-7, good-7",
        "left.png, left.png"
    })
    void readsThePartInAName(String name, String part) {
        assertThat(LookAlikes.namedPart(name)).isEqualTo(part);
    }

    @Test
    void picturesThatAreAllTheSameAreLeftApart() {
        RgbImage plain = part(new Random(1));
        IntStream.range(0, 6).forEach(i -> looks.add("good-" + i, plain));
        assertThat(looks.groups()).hasSize(6);
    }

    private List<RgbImage> addParts(int count, Random random) {
        List<RgbImage> parts =
                IntStream.range(0, count).mapToObj(i -> part(random)).toList();
        parts.forEach(part -> looks.add("part", part));
        return parts;
    }

    private static RgbImage part(Random random) {
        double[] blotches = random.doubles(12).toArray(); // row, column and strength of four
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / 3 / SIDE;
            int column = i / 3 % SIDE;
            double value = Math.hypot(row - 48, column - 48) < 40 ? 150 : 60;
            for (int b = 0; b < blotches.length; b += 3) {
                double distance = Math.hypot(row - SIDE * blotches[b], column - SIDE * blotches[b + 1]);
                value += 200 * (blotches[b + 2] - 0.5) * Math.exp(-distance * distance / 60);
            }
            pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    private static RgbImage blended(RgbImage one, RgbImage other, double share) {
        byte[] pixels = new byte[one.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round((1 - share) * (one.pixels()[i] & 0xff) + share * (other.pixels()[i] & 0xff));
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    private static RgbImage retaken(RgbImage picture, double exposure, Random random) {
        byte[] pixels = new byte[picture.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            double value = (picture.pixels()[i] & 0xff) * exposure + random.nextGaussian();
            pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }
}
