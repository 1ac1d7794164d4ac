package io.loupe.vision;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.HeldOutScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Tells methods something new, one correction after the other.
 *
 * @param maxFalseReject what the threshold promises
 * @param mapMaxima the highest value of the map that scores make
 */
record Teaching(double maxFalseReject, ToDoubleFunction<PatchScores> mapMaxima) {
    /** What the training made, told all of this in this order; just that where it is nothing. */
    Taught tellAll(Taught trained, List<Correction> corrections) {
        Taught taught = trained;
        for (Correction correction : corrections) {
            taught = tell(trained, taught, correction);
        }
        return taught;
    }

    /**
     * Adds one correction to what is known: a picture said to be normal is a good picture with the score it had, good pictures
     * that defects raise have those scores, and the threshold follows from both.
     *
     * @param trained what the training made
     * @param before the same, told other things already
     */
    Taught tell(Taught trained, Taught before, Correction correction) {
        CorrectableMethod method = before.correctable();
        PictureGroups parts = before.learned().heldOut().groups();
        CorrectableMethod corrected = switch (correction.kind()) {
            case NORMAL -> method.withNormal(correction.patches(), parts);
            case DEFECT -> method.withDefect(correction.patches(), parts);
        };
        HeldOutScores heldOut = heldOut(trained, before, corrected.raisedHeldOut());
        List<GoodPicture> good = new ArrayList<>(before.learned().goodPictures());
        if (correction.kind() == Correction.Kind.NORMAL) {
            heldOut = with(heldOut, correction.score(), correction.mapMaximum());
            good.add(correction.picture());
        }
        return new Taught(
                corrected,
                new Learned(
                        Calibration.calibrate(heldOut, FalseRejectRates.failing(maxFalseReject)),
                        heldOut,
                        good,
                        trained.learned().selfTests(),
                        Optional.empty()));
    }

    /** The scores as they were trained, but for the pictures that are raised, and behind them those that were added. */
    private HeldOutScores heldOut(Taught trained, Taught before, Map<Integer, PatchScores> raised) {
        HeldOutScores known = before.learned().heldOut();
        Map<Integer, PatchScores> raisedBefore = before.correctable().raisedHeldOut();
        double[] scores = known.imageLevelScores();
        double[] maxima = known.mapMaxima();
        double[] maximaBefore = known.mapMaxima();
        HeldOutScores plain = trained.learned().heldOut();
        System.arraycopy(plain.imageLevelScores(), 0, scores, 0, plain.count());
        System.arraycopy(plain.mapMaxima(), 0, maxima, 0, plain.count());
        raised.forEach((picture, now) -> {
            scores[picture] = now.imageLevelScore();
            // A map takes milliseconds, so none is made again of scores that stayed.
            maxima[picture] = now == raisedBefore.get(picture) ? maximaBefore[picture] : mapMaxima.applyAsDouble(now);
        });
        return HeldOutScores.of(scores, maxima, known.groups());
    }

    private static HeldOutScores with(HeldOutScores known, double score, double mapMaximum) {
        return HeldOutScores.of(
                appended(known.imageLevelScores(), score),
                appended(known.mapMaxima(), mapMaximum),
                known.groups().withSingle(1));
    }

    private static double[] appended(double[] values, double more) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = more;
        return all;
    }
}
