package io.loupe.vision.method.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class GridTest {
    private static final PatchFeatures COUNTED = PatchFeatures.wrap(3, 3, 1, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    @Nested
    final class NeighbourhoodMeans {
        @Test
        void borderMeansAreOverTheCellsThatExist() {
            float[] means = NeighbourhoodMean.of(COUNTED, 3).values();
            assertThat(means[0]).isEqualTo((1 + 2 + 4 + 5) / 4f);
            assertThat(means[1]).isEqualTo((1 + 2 + 3 + 4 + 5 + 6) / 6f);
            assertThat(means[4]).isEqualTo(5);
        }

        @Test
        void constantFeaturesStayConstant() {
            PatchFeatures constant = PatchFeatures.wrap(2, 4, 1, new float[] {8, 8, 8, 8, 8, 8, 8, 8});
            assertThat(NeighbourhoodMean.of(constant, 5).values()).containsOnly(8);
        }

        @Test
        void sideOneIsTheFeaturesThemselves() {
            assertThat(NeighbourhoodMean.of(COUNTED, 1)).isSameAs(COUNTED);
        }

        @Test
        void refusesAnEvenSide() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NeighbourhoodMean.of(COUNTED, 2))
                    .withMessageContaining("odd side, got 2");
        }
    }

    @Nested
    final class Stacks {
        @Test
        void coarserTapsAreUpsampledBetweenCellCentres() {
            PatchFeatures fine = PatchFeatures.wrap(1, 4, 1, new float[] {1, 2, 3, 4});
            PatchFeatures coarse = PatchFeatures.wrap(1, 2, 1, new float[] {0, 8});

            RowMatrix stack = TapStack.of(List.of(fine, coarse), 1);

            assertThat(stack.values()).containsExactly(1, 0, 2, 2, 3, 6, 4, 8);
        }

        @Test
        void aSingleTapPassesUnchanged() {
            assertThat(TapStack.of(List.of(COUNTED), 1).values()).isEqualTo(COUNTED.values());
        }

        @Test
        void refusesNoTaps() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TapStack.of(List.of(), 3))
                    .withMessageContaining("no taps");
        }
    }

    @Nested
    final class Shapes {
        @Test
        void readsWhatItWrites() {
            TapShapes shapes = TapShapes.parse("32x48x128 16x24x256");
            assertThat(shapes).hasToString("32x48x128 16x24x256");
            assertThat(shapes.patchCount()).isEqualTo(32 * 48);
            assertThat(shapes.stackedDimension()).isEqualTo(384);
        }

        @Test
        void refusesTextThatIsNoShape() {
            for (String text : List.of("", "3x4", "3x4x0", "3x4x5x6", "axbxc", "2000000000x2000000000x1")) {
                assertThatIllegalArgumentException().as(text).isThrownBy(() -> TapShapes.parse(text));
            }
        }
    }

    @Test
    void unitVectorsHaveLengthOneAndZeroStaysZero() {
        PatchFeatures features = PatchFeatures.wrap(1, 2, 2, new float[] {3, 4, 0, 0});
        assertThat(UnitVectors.of(features).values()).containsExactly(0.6f, 0.8f, 0, 0);
    }
}
