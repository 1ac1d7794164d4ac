package io.loupe.vision.blindspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Judges that know how many pixels were changed stand for detectors. */
@Seeded
final class BlindSpotSearchTest {
    private static final int SIDE = 64;

    @Test
    void aJudgeThatNeedsNineTimesTheAreaNeedsThreeTimesTheSize(Random random) {
        List<RgbImage> good = pictures(random);
        BlindSpots sharp = search(good, (painted, image) -> changed(good.get(image), painted, 0, SIDE) >= 10);
        BlindSpots dull = search(good, (painted, image) -> changed(good.get(image), painted, 0, SIDE) >= 90);

        double ratio = dull.of(SyntheticKind.ERASE).size()
                / sharp.of(SyntheticKind.ERASE).size();
        assertThat(ratio).isBetween(2.5, 5.0);
        assertThat(dull.overall().size()).isGreaterThan(sharp.overall().size());
        assertThat(sharp.kinds()).hasSize(SyntheticKind.values().length);
        assertThat(sharp.trials()).isEqualTo(40 * SyntheticKind.values().length);
    }

    @Test
    void tellsWhereDefectsHaveToBeLarger(Random random) {
        List<RgbImage> good = pictures(random);
        BlindSpots spots = search(
                good,
                (painted, image) -> changed(good.get(image), painted, 0, SIDE / 2) >= 10
                        || changed(good.get(image), painted, SIDE / 2, SIDE) >= 90);

        assertThat(meanOfColumns(spots, 0, 3)).isLessThan(meanOfColumns(spots, 5, 8) / 1.4);
    }

    @Test
    void admitsWhatIsNotFoundAtAnySize(Random random) {
        BlindSpots blind = search(pictures(random), (painted, image) -> false);

        assertThat(blind.overall().isFinite()).isFalse();
        assertThat(blind.kinds().values()).noneMatch(SmallestFound::isFinite);
        assertThat(blind.cells()).allMatch(size -> Double.isNaN(size) || Double.isInfinite(size));
    }

    @Test
    void saysTheSameForTheSameSeed(Random random) {
        List<RgbImage> good = pictures(random);
        BlindSpotSearch.Judge judge = (painted, image) -> changed(good.get(image), painted, 0, SIDE) >= 20;

        assertThat(search(good, judge)).isEqualTo(search(good, judge));
    }

    @Test
    void refusesOnePictureOrNoTrials(Random random) {
        List<RgbImage> one = pictures(random).subList(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlindSpotSearch.run(one, (_, _) -> true, 5, 1, Progress.SILENT))
                .withMessageContaining("at least 2 good pictures and 1 trial, got 1 and 5");
    }

    private static BlindSpots search(List<RgbImage> good, BlindSpotSearch.Judge judge) {
        return BlindSpotSearch.run(good, judge, 40, 1, Progress.SILENT);
    }

    private static double meanOfColumns(BlindSpots spots, int from, int to) {
        return IntStream.range(0, BlindSpots.SIDE)
                .boxed()
                .flatMap(row -> IntStream.range(from, to).mapToObj(column -> spots.at(row, column)))
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
    }

    /** Pixels between two columns that are not as they were. */
    private static int changed(RgbImage good, RgbImage painted, int from, int to) {
        int changed = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = from; column < to; column++) {
                changed += Math.abs(good.at(row, column, 0) - painted.at(row, column, 0)) > 2 ? 1 : 0;
            }
        }
        return changed;
    }

    /** All noise, so that any change is seen. */
    private static List<RgbImage> pictures(Random random) {
        return IntStream.range(0, 4)
                .mapToObj(_ -> {
                    byte[] pixels = new byte[3 * SIDE * SIDE];
                    random.nextBytes(pixels);
                    return RgbImage.wrap(SIDE, SIDE, pixels);
                })
                .toList();
    }
}
