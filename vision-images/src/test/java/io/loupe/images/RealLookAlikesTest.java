package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.TestData;
import io.loupe.vision.group.LookAlikes;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photographs of real parts, and photographs of which some are there twice. */
final class RealLookAlikesTest {
    /** Exposure and number of a photograph; numbers of one tile lie near each other. */
    private static final Pattern TILE = Pattern.compile("exp\\d_num_(\\d+)");

    /** How the data set's own split took numbers for one tile. */
    private static final int NEAR_NUMBERS = 350;

    @Test
    void findsTheSecondExposureOfTilesAndHardlyEverAnotherTile() {
        List<Path> files = good("magnetic_tile");
        int pairs = 0;
        int ofOneTile = 0;
        for (List<Integer> group : groupsOf(files)) {
            for (int picture : group.subList(1, group.size())) {
                int apart = Math.abs(number(files.get(picture)) - number(files.get(group.getFirst())));
                pairs++;
                ofOneTile += apart <= NEAR_NUMBERS ? 1 : 0;
            }
        }
        assertThat(pairs).isGreaterThanOrEqualTo(85);
        assertThat(ofOneTile).isGreaterThanOrEqualTo(pairs - 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transistor", "paper_gray", "paper_yellow"})
    void takesDifferentPartsInOneFixtureForDifferentOnes(String category) {
        List<Path> files = good(category);
        assertThat(groupsOf(files)).hasSize(files.size());
    }

    @Test
    void findsAResizedCopyAmongOtherPictures() {
        List<Path> files = ImageFiles.list(TestData.require("data/duplicates/imagededup/base_images"));
        LookAlikes looks = looksOf(files);
        looks.add(
                "copy",
                ImageFiles.read(TestData.require("data/duplicates/imagededup/mixed_images")
                        .resolve("ukbench00120_resize.jpg")));

        assertThat(looks.groups())
                .filteredOn(group -> group.size() > 1)
                .singleElement()
                .satisfies(pair -> assertThat(files.get(pair.getFirst())).hasFileName("ukbench00120.jpg"));
    }

    private static List<Path> good(String category) {
        return ImageFiles.list(TestData.require("data/anomaly/" + category + "/train/good"));
    }

    private static List<List<Integer>> groupsOf(List<Path> files) {
        return looksOf(files).groups();
    }

    private static LookAlikes looksOf(List<Path> files) {
        LookAlikes looks = new LookAlikes();
        files.forEach(file -> looks.add(file.getFileName().toString(), prepared(file)));
        return looks;
    }

    /** As encoders are shown pictures. */
    private static RgbImage prepared(Path file) {
        return Resampler.resize(ImageFiles.read(file), 256, 256, Resampling.BILINEAR);
    }

    private static int number(Path file) {
        Matcher tile = TILE.matcher(file.getFileName().toString());
        assertThat(tile.find()).as("number in %s", file).isTrue();
        return Integer.parseInt(tile.group(1));
    }
}
