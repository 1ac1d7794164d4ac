package io.loupe.vision.method.lof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.modelfile.ModelFile;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Seeded
final class LocalDensityTest {
    private static final int PATCHES = 40;

    @TempDir
    private Path folder;

    @Test
    void spacingIsTheMeanDistanceToTheFiveNearestOfOtherPictures() {
        // Picture 0 lies at 0, 1, 2, 3; the others at 10, 20, ... 70.
        PatchRows bank = PatchRows.wrap(
                RowMatrix.wrap(11, 1, new float[] {0, 1, 2, 3, 10, 20, 30, 40, 50, 60, 70}),
                new int[] {0, 1, 2, 3, 4, 8, 12, 16, 20, 24, 28},
                4);
        LocalDensity density = measured(bank);

        assertThat(density.spacing(0, PictureRange.NONE)).isEqualTo((10 + 20 + 30 + 40 + 50) / 5.0);
        assertThat(density.spacing(3, PictureRange.NONE)).isEqualTo((7 + 17 + 27 + 37 + 47) / 5.0);
        assertThat(density.spacing(0, PictureRange.of(2))).isEqualTo((10 + 30 + 40 + 50 + 60) / 5.0);
    }

    @Test
    void leavingAPictureOutGivesTheSpacingOfABankWithoutIt(Random random) {
        for (int pictures : new int[] {3, 4, 12}) {
            PatchRows bank = bank(pictures, random);
            LocalDensity density = measured(bank);
            int leftOut = pictures - 1;
            PatchRows others =
                    bank.select(IntStream.range(0, (pictures - 1) * PATCHES).toArray());
            LocalDensity expected = measured(others);
            for (int row = 0; row < others.count(); row++) {
                assertThat(density.spacing(row, PictureRange.of(leftOut)))
                        .isCloseTo(expected.spacing(row, PictureRange.NONE), within(1e-6));
            }
        }
    }

    @Test
    void aCrowdOfOnePictureDoesNotHideTheOthers() {
        // Next to picture 0 lie 30 patches of picture 1; five of picture 2 are far away.
        float[] values = new float[36];
        int[] patches = new int[36];
        for (int i = 1; i <= 30; i++) {
            values[i] = i;
            patches[i] = 40 + i;
        }
        for (int i = 31; i < 36; i++) {
            values[i] = 1000;
            patches[i] = 80 + i;
        }
        LocalDensity density = measured(PatchRows.wrap(RowMatrix.wrap(36, 1, values), patches, 40));

        assertThat(density.spacing(0, PictureRange.NONE)).isEqualTo(3);
        assertThat(density.spacing(0, PictureRange.of(1))).isEqualTo(1000);
    }

    @Test
    void picturesOfOnePartAreNoNeighboursOfEachOtherAndAreLeftOutTogether(Random random) {
        PatchRows bank = bank(6, random);
        LocalDensity density = measured(bank, new PictureGroups(List.of(1, 1, 1, 1, 2)));
        PatchRows oneOfThem = bank.select(IntStream.range(0, 5 * PATCHES).toArray());
        LocalDensity withoutTheOther = measured(oneOfThem);
        PatchRows neither = bank.select(IntStream.range(0, 4 * PATCHES).toArray());
        LocalDensity withoutBoth = measured(neither);

        assertThat(density.spacing(4 * PATCHES, PictureRange.NONE))
                .isCloseTo(withoutTheOther.spacing(4 * PATCHES, PictureRange.NONE), within(1e-6));
        for (int row = 0; row < neither.count(); row++) {
            assertThat(density.spacing(row, new PictureRange(4, 6)))
                    .isCloseTo(withoutBoth.spacing(row, PictureRange.NONE), within(1e-6));
        }
    }

    @Test
    void rowsOfNewPartsChangeTheDensityAsIfItHadBeenMeasuredWithThem(Random random) {
        PatchRows all = bank(9, random);
        PatchRows some = all.select(IntStream.range(0, 6 * PATCHES).toArray());
        PictureGroups parts = new PictureGroups(List.of(2, 1, 1, 2));
        LocalDensity expected = measured(all, parts.withSingle(3));
        try (NearestRows search = NearestRows.create(some.values())) {
            LocalDensity actual = measured(some, parts);
            for (int more = 0; more < 3; more++) {
                PatchRows known =
                        all.select(IntStream.range(0, (7 + more) * PATCHES).toArray());
                actual = actual.with(known, search, parts.withSingle(more));
            }
            for (int row = 0; row < all.count(); row++) {
                assertThat(actual.spacing(row, PictureRange.NONE)).isEqualTo(expected.spacing(row, PictureRange.NONE));
                assertThat(actual.spacing(row, new PictureRange(0, 2)))
                        .isEqualTo(expected.spacing(row, new PictureRange(0, 2)));
                assertThat(actual.spacing(row, PictureRange.of(7)))
                        .isEqualTo(expected.spacing(row, PictureRange.of(7)));
            }
        }
    }

    @Test
    void whereNoOtherPictureIsLeftTheSpacingStaysAsItIs(Random random) {
        LocalDensity density = measured(bank(2, random));
        assertThat(density.spacing(0, PictureRange.of(1))).isEqualTo(density.spacing(0, PictureRange.NONE));
    }

    @Test
    void refusesSectionsThatMakeNoSense() {
        assertUnreadable(new float[9], new int[9]).withMessageContaining("hold 9 and 9 values, expected 10");
        assertUnreadable(new float[20], new int[20]).withMessageContaining("for each of 1 rows");
        float[] distances = new float[10];
        distances[3] = Float.NaN;
        assertUnreadable(distances, new int[10]).withMessageContaining("Row 0").withMessageContaining("NaN");
        int[] images = new int[10];
        images[0] = -1;
        assertUnreadable(new float[10], images).withMessageContaining("to picture -1");
    }

    private ThrowableAssertAlternative<UnreadableModelException> assertUnreadable(float[] distances, int[] images) {
        Path path = folder.resolve("model");
        ModelFile.write(path, sections -> {
            sections.putFloats("tap-1.distances", distances);
            sections.putInts("tap-1.images", images);
        });
        try (ModelFile file = ModelFile.open(path)) {
            return assertThatExceptionOfType(UnreadableModelException.class)
                    .isThrownBy(() -> LocalDensity.load(file, "tap-1", 1));
        }
    }

    private static LocalDensity measured(PatchRows bank) {
        return measured(bank, PictureGroups.single(bank.image(bank.count() - 1) + 1));
    }

    private static LocalDensity measured(PatchRows bank, PictureGroups parts) {
        try (NearestRows search = NearestRows.create(bank.values())) {
            return LocalDensity.of(bank, search, parts);
        }
    }

    private static PatchRows bank(int pictures, Random random) {
        int rows = pictures * PATCHES;
        float[] values = new float[rows * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PatchRows.wrap(
                RowMatrix.wrap(rows, 3, values), IntStream.range(0, rows).toArray(), PATCHES);
    }
}
