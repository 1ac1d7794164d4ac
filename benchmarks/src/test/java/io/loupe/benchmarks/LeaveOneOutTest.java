package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.ImageEmbedding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeaveOneOutTest {
    private static final ImageEmbedding EAST = pointing(0);
    private static final ImageEmbedding NEARLY_EAST = pointing(10);
    private static final ImageEmbedding NORTH = pointing(90);
    private static final ImageEmbedding NEARLY_NORTH = pointing(85);

    @Test
    void kindsThatLieTogetherAreFoundWhole() {
        LeaveOneOut search =
                new LeaveOneOut(List.of(EAST, NORTH, NEARLY_EAST, NEARLY_NORTH), List.of("cup", "ship", "cup", "ship"));

        assertThat(search.meanAveragePrecision()).isEqualTo(1);
        assertThat(search.meanPrecisionAt(1)).isEqualTo(1);
        assertThat(search.meanPrecisionAt(2)).isEqualTo(0.5);
    }

    @Test
    void aPictureDoesNotFindItself() {
        LeaveOneOut search =
                new LeaveOneOut(List.of(EAST, NEARLY_EAST, NORTH, NEARLY_NORTH), List.of("cup", "ship", "cup", "ship"));

        // east: nearly east is no cup, nearly north is none, north comes last; the others alike
        assertThat(search.meanPrecisionAt(1)).isZero();
        assertThat(search.meanAveragePrecision()).isCloseTo((1 / 3.0 + 1 / 2.0 + 1 / 3.0 + 1 / 2.0) / 4, within(1e-12));
    }

    @Test
    void theOnlyOneOfItsKindHasNothingToFind() {
        LeaveOneOut search = new LeaveOneOut(List.of(EAST, NEARLY_EAST, NORTH), List.of("cup", "cup", "ship"));

        assertThat(search.meanAveragePrecision()).isEqualTo(1);
        assertThat(new LeaveOneOut(List.of(EAST), List.of("cup")).meanAveragePrecision())
                .isNaN();
    }

    @Test
    void everyEmbeddingHasAKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeaveOneOut(List.of(EAST), List.of()))
                .withMessageContaining("1 embeddings and 0 kinds");
    }

    private static ImageEmbedding pointing(double degrees) {
        double angle = Math.toRadians(degrees);
        return ImageEmbedding.wrap(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }
}
