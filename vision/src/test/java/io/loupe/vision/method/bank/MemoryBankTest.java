package io.loupe.vision.method.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.modelfile.ModelFile;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import io.loupe.vision.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryBankTest {
    private static final int PATCHES = 6;

    @TempDir
    private Path folder;

    /** Three pictures of 2 x 3 patches of one value: 10 * picture + patch. */
    private static final PatchTable COUNTED = new PatchTable() {
        @Override
        public int imageCount() {
            return 3;
        }

        @Override
        public RowMatrix patches(int image) {
            float[] values = new float[PATCHES];
            for (int patch = 0; patch < PATCHES; patch++) {
                values[patch] = 10 * image + patch;
            }
            return RowMatrix.wrap(PATCHES, 1, values);
        }
    };

    @Test
    void wholeBankKeepsEveryPatchInOrder() {
        try (MemoryBank bank = whole()) {
            assertThat(bank.rows().values())
                    .containsExactly(0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25);
            assertThat(bank.rowsOf(PictureRange.of(1))).isEqualTo(new RowRange(6, 12));
            assertThat(bank.rowsOf(PictureRange.of(3)).count()).isZero();
            assertThat(bank.origin(10, 3)).isEqualTo(new PatchOrigin(1, 1, 1));
        }
    }

    @Test
    void coresetKeepsItsRowsTogetherByPicture() {
        try (MemoryBank bank = build(new BankSize.Rows(5))) {
            assertThat(bank.rows().rows()).isEqualTo(5);
            assertThat(bank.rows().values()).isSorted().doesNotHaveDuplicates();
            int rows = 0;
            for (int image = 0; image < 3; image++) {
                rows += bank.rowsOf(PictureRange.of(image)).count();
            }
            assertThat(rows).isEqualTo(5);
        }
    }

    @Test
    void leavingAPictureOutFindsTheNearestOfTheOthers() {
        try (MemoryBank bank = whole()) {
            RowMatrix query = RowMatrix.wrap(1, 1, new float[] {12});
            assertThat(bank.nearest(query, 1, RowRange.NONE).row(0, 0)).isEqualTo(8);
            assertThat(bank.nearest(query, 1, bank.rowsOf(PictureRange.of(1))).row(0, 0))
                    .isEqualTo(5);
        }
    }

    @Test
    void refusesFewerRowsThanNeighboursWithoutAPicture() {
        try (MemoryBank bank = whole()) {
            bank.requireHeldOut(PictureGroups.single(3), 12);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bank.requireHeldOut(PictureGroups.single(3), 13))
                    .withMessageContaining("Without picture 0 the bank has 12 rows");
        }
    }

    @Test
    void refusesAModelOfAnotherDimension() {
        assertUnreadable(new float[] {1, 2, 3}, new int[] {0, 1, 2}, 2)
                .withMessageContaining("'bank.rows' holds 3 values, expected 3 rows of 2");
    }

    @Test
    void refusesAModelWhoseRowsAreOutOfOrder() {
        assertUnreadable(new float[] {1, 2, 3}, new int[] {0, 2, 1}, 1)
                .withMessageContaining("'bank.patches' must ascend from 0, row 2 holds 1");
    }

    @Test
    void refusesAModelThatHoldsNoNumber() {
        assertUnreadable(new float[] {1, Float.NaN}, new int[] {0, 1}, 1).withMessageContaining("not a number");
    }

    private ThrowableAssertAlternative<UnreadableModelException> assertUnreadable(
            float[] rows, int[] patches, int dimension) {
        Path path = folder.resolve("model");
        ModelFile.write(path, sections -> {
            sections.putFloats("bank.rows", rows);
            sections.putInts("bank.patches", patches);
            sections.putFacts("bank", Map.of("patchesPerImage", "6"));
        });
        try (ModelFile file = ModelFile.open(path)) {
            return assertThatExceptionOfType(UnreadableModelException.class)
                    .isThrownBy(() -> MemoryBank.load(file, dimension));
        }
    }

    private static MemoryBank whole() {
        return build(new BankSize.Ratio(1));
    }

    private static MemoryBank build(BankSize size) {
        return new BankBuilder(COUNTED, Progress.SILENT).build(size, BankSelection.greedyCoreset(1));
    }
}
