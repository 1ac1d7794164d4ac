package io.loupe.vision.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.group.PictureGroups;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationTest {
    @Test
    void fortyPicturesSupportAtMostSevenPointTwoPercent() {
        double[] scores = IntStream.range(0, 40).mapToDouble(i -> 1 + 0.01 * i).toArray();
        Promise promise = calibrate(scores).failPromise();
        assertThat(promise.upperLimit()).isCloseTo(0.072, within(5e-4));
        assertThat(promise.extrapolated()).isTrue();
        assertThat(promise.promisedRate()).isEqualTo(0.01);
        assertThat(promise.goodPictures()).isEqualTo(40);
    }

    @Test
    void hundredPicturesAreEnoughForOnePercent() {
        double[] scores = IntStream.range(0, 100).mapToDouble(i -> 1 + 0.01 * i).toArray();
        Threshold threshold = calibrate(scores);
        assertThat(threshold.failPromise().extrapolated()).isFalse();
        assertThat(threshold.warnPromise().extrapolated()).isFalse();
        assertThat(threshold.warnScore()).isLessThan(threshold.failScore());
    }

    @Test
    void pixelScoreIsMadeFromMapMaximaAtTheRateOfFailing() {
        double[] scores = {1, 2, 3, 4, 5};
        double[] maxima = {10, 20, 30, 40, 50};
        Threshold threshold = Calibration.calibrate(HeldOutScores.of(scores, maxima), FalseRejectRates.DEFAULT);
        assertThat(threshold.pixelScore()).isCloseTo(10 * threshold.failScore(), within(1e-6));
    }

    @Test
    void regionsGrowDownToTheMedianOfTheMapMaxima() {
        double[] scores = {1, 2, 3, 4};
        double[] maxima = {40, 10, 30, 20};
        Threshold threshold = Calibration.calibrate(HeldOutScores.of(scores, maxima), FalseRejectRates.DEFAULT);
        assertThat(threshold.growScore()).isEqualTo(25);
        assertThat(Calibration.failingAbove(9, HeldOutScores.of(scores, maxima)).growScore())
                .isEqualTo(25);
    }

    @Test
    void refusesRegionsThatGrowUpwards() {
        Promise promise = new Promise(0.01, 40, 0.07, true);
        assertThatThrownBy(() -> new Threshold(1, 2, 3, 4, promise, promise))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The score that regions grow down to must not be above the one they begin at, got 4.0 and 3.0");
    }

    @Test
    void failScoreIsNeverBelowTheWarnScore() {
        double[] oneOutlier = IntStream.range(0, 40).mapToDouble(i -> 1).toArray();
        oneOutlier[7] = 1e6;
        Threshold threshold = calibrate(oneOutlier);
        assertThat(threshold.failScore()).isGreaterThanOrEqualTo(threshold.warnScore());
    }

    @Seeded
    @Test
    void twoPicturesGiveAFarThresholdThatAdmitsItIsExtrapolated(Random random) {
        double[] scores = {1 + random.nextDouble(), 3 + random.nextDouble()};
        Threshold threshold = calibrate(scores);
        assertThat(threshold.failScore()).isGreaterThan(100).isFinite();
        assertThat(threshold.failPromise().extrapolated()).isTrue();
        assertThat(threshold.failPromise().upperLimit()).isCloseTo(1 - Math.sqrt(0.05), within(1e-9));
    }

    @Test
    void chosenScorePromisesWhatThePicturesSupport() {
        double[] scores = IntStream.range(0, 40).mapToDouble(i -> 1 + 0.01 * i).toArray();
        HeldOutScores heldOut = HeldOutScores.of(scores, scores);
        Threshold high = Calibration.failingAbove(9, heldOut);
        assertThat(high.failScore()).isEqualTo(9);
        assertThat(high.warnScore()).isEqualTo(calibrate(scores).warnScore());
        assertThat(high.failPromise().promisedRate()).isCloseTo(0.072, within(5e-4));

        Threshold low = Calibration.failingAbove(1.195, heldOut);
        assertThat(low.warnScore()).isEqualTo(1.195);
        assertThat(low.failPromise().promisedRate()).isBetween(0.5, 0.7);
        assertThat(low.warnPromise()).isEqualTo(low.failPromise());
    }

    @Test
    void picturesOfOnePartCountOnceInWhatIsPromised() {
        double[] scores = IntStream.range(0, 80)
                .mapToDouble(i -> 1 + 0.01 * Math.floorDiv(i, 2))
                .toArray();
        HeldOutScores pairs = HeldOutScores.of(scores, scores, new PictureGroups(Collections.nCopies(40, 2)));
        Promise promise = Calibration.calibrate(pairs, FalseRejectRates.DEFAULT).failPromise();
        assertThat(promise.goodPictures()).isEqualTo(40);
        assertThat(promise.upperLimit()).isCloseTo(0.072, within(5e-4));
    }

    @Test
    void refusesAChosenScoreThatIsNotANumber() {
        HeldOutScores heldOut = HeldOutScores.of(new double[] {1, 2}, new double[] {1, 2});
        assertThatThrownBy(() -> Calibration.failingAbove(Double.NaN, heldOut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The score above which a part fails must be a number, got NaN");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.05", "0.1, 0.05", "0.01, 0.5", "NaN, 0.05"})
    void refusesRatesThatMakeNoSense(double fail, double warn) {
        assertThatThrownBy(() -> new FalseRejectRates(fail, warn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("False-reject rates need 0 < fail <= warn < 0.5, for example 0.01 and 0.05; got %s and %s"
                        .formatted(fail, warn));
    }

    @Test
    void warningIsNeverRarerThanFailing() {
        assertThat(FalseRejectRates.failing(0.2)).isEqualTo(new FalseRejectRates(0.2, 0.2));
        assertThat(FalseRejectRates.failing(0.005)).isEqualTo(new FalseRejectRates(0.005, 0.05));
    }

    @Test
    void refusesScoresItCannotUse() {
        assertThatThrownBy(() -> HeldOutScores.of(new double[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A threshold needs at least 2 held-out good pictures, got 1; give more good pictures");
        double[] two = {1, 2};
        assertThatThrownBy(() -> HeldOutScores.of(two, two, new PictureGroups(List.of(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs at least 2 held-out good pictures, got 1");
        assertThatThrownBy(() -> HeldOutScores.of(two, two, PictureGroups.single(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Groups of 3 pictures do not fit 2 scores");
        assertThatThrownBy(() -> HeldOutScores.of(new double[] {1, Double.NaN}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The score of held-out picture 1 is NaN; a threshold needs finite numbers");
        assertThatThrownBy(() -> HeldOutScores.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Each picture has a score and a map maximum, got 2 and 1");
    }

    @Test
    void keepsItsOwnCopyOfTheScores() {
        double[] scores = {3, 1};
        HeldOutScores heldOut = HeldOutScores.of(scores, scores);
        scores[0] = 9;
        heldOut.imageLevelScores()[1] = 9;
        assertThat(heldOut.imageLevelScores()).containsExactly(3, 1);
        assertThat(heldOut.mapMaxima()).containsExactly(3, 1);
    }

    private static Threshold calibrate(double[] scores) {
        return Calibration.calibrate(HeldOutScores.of(scores, scores), FalseRejectRates.DEFAULT);
    }
}
