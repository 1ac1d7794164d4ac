package io.loupe.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Seeded
class BoundingBoxTest {
    private static final BoundingBox BOX = new BoundingBox(10, 20, 40, 60);

    @Test
    void overlapIsSharedAreaOverCoveredArea() {
        BoundingBox halfBeside = new BoundingBox(25, 20, 55, 60);

        assertThat(BOX.intersectionOverUnion(BOX)).isEqualTo(1);
        assertThat(BOX.intersectionOverUnion(halfBeside)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(BOX.intersectionOverUnion(new BoundingBox(40, 20, 50, 60))).isZero();
    }

    @Test
    void overlapOfEmptyBoxesIsNothing() {
        BoundingBox empty = new BoundingBox(5, 5, 5, 5);

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.intersectionOverUnion(empty)).isZero();
    }

    @RepeatedTest(20)
    void overlapIsTheSameBothWaysAndHoweverThePictureIsStretched(Random random) {
        BoundingBox one = anyBox(random);
        BoundingBox other = anyBox(random);
        double overlap = one.intersectionOverUnion(other);

        assertThat(overlap).isBetween(0.0, 1.0).isEqualTo(other.intersectionOverUnion(one));
        assertThat(one.stretched(0.3, 7).intersectionOverUnion(other.stretched(0.3, 7)))
                .isCloseTo(overlap, within(1e-9));
    }

    @Test
    void stretchingMovesRowsAndColumnsByTheirOwnFactor() {
        assertThat(BOX.stretched(2, 0.5)).isEqualTo(new BoundingBox(5, 40, 20, 120));
    }

    @Test
    void clippingLeavesThePartInsideThePicture() {
        assertThat(BOX.clippedTo(30, 100)).isEqualTo(new BoundingBox(10, 20, 40, 30));
        assertThat(new BoundingBox(-5, -5, 500, 500).clippedTo(30, 100)).isEqualTo(new BoundingBox(0, 0, 100, 30));
        assertThat(BOX.clippedTo(20, 100).isEmpty()).isTrue();
        assertThat(new BoundingBox(-9, -9, -2, -2).clippedTo(30, 100).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, 4, 1",
        "0, 5, 1, 4",
        "NaN, 0, 1, 1",
        "0, 0, 1, NaN",
        "0, 0, Infinity, 1",
        "-Infinity, 0, Infinity, 1",
        "Infinity, 0, Infinity, 1",
        "-1e308, 0, 1e308, 1"
    })
    void refusesWhatIsNoBox(double left, double top, double right, double bottom) {
        assertThat(BoundingBox.of(left, top, right, bottom)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundingBox(left, top, right, bottom))
                .withMessageContaining("left <= right");
    }

    private static BoundingBox anyBox(Random random) {
        double left = random.nextInt(50);
        double top = random.nextInt(50);
        return new BoundingBox(left, top, left + random.nextInt(50), top + random.nextInt(50));
    }
}
