package io.loupe.vision;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.HeldOutScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What a detector learned without corrections, and the corrections since. Each set of corrections is applied to what was
 * learned, never to what other corrections made of it: so their order does not matter, and taking one back leaves no trace.
 * Immutable.
 *
 * @param trained the method as it was fitted
 * @param learned what the training found out
 * @param list ordered by name
 * @param minorVersion how often something was corrected or taken back
 */
record Corrections(FittedMethod trained, Learned learned, List<Correction> list, int minorVersion) {
    Corrections {
        list = list.stream().sorted(Comparator.comparing(Correction::name)).toList();
    }

    static Corrections none(FittedMethod trained, Learned learned) {
        return new Corrections(trained, learned, List.of(), 0);
    }

    /** The method that can be corrected. */
    CorrectableMethod correctable() {
        if (trained instanceof CorrectableMethod method) {
            return method;
        }
        throw new UnableToCorrectException(
                "A detector of method %s cannot learn from corrections. Train one with method patch-lof."
                        .formatted(trained.methodId()));
    }

    Corrections with(Correction correction) {
        if (list.stream().anyMatch(other -> other.name().equals(correction.name()))) {
            throw new UnableToCorrectException(
                    "There is a correction by picture '%s' already. Take it back first, or use another name."
                            .formatted(correction.name()));
        }
        List<Correction> more = new ArrayList<>(list);
        more.add(correction);
        return new Corrections(trained, learned, more, minorVersion + 1);
    }

    Corrections without(String name) {
        List<Correction> fewer =
                list.stream().filter(other -> !other.name().equals(name)).toList();
        if (fewer.size() == list.size()) {
            throw new UnableToCorrectException("There is no correction by picture '%s' to take back; there are %s."
                    .formatted(name, list.stream().map(Correction::name).toList()));
        }
        return new Corrections(trained, learned, fewer, minorVersion + 1);
    }

    private List<Correction> of(Correction.Kind kind) {
        return list.stream().filter(correction -> correction.kind() == kind).toList();
    }

    /** The method with all corrections; the trained one where there are none. */
    FittedMethod correctedMethod() {
        return list.isEmpty()
                ? trained
                : correctable().corrected(excerpts(Correction.Kind.NORMAL), excerpts(Correction.Kind.DEFECT), parts());
    }

    private List<PatchExcerpt> excerpts(Correction.Kind kind) {
        return of(kind).stream().map(Correction::patches).toList();
    }

    private PictureGroups parts() {
        return learned.heldOut().groups();
    }

    /**
     * What is known with all corrections: pictures said to be normal are good pictures with the scores they had, good
     * pictures that a defect raised have those, and the threshold follows from both. What the training learned where there are
     * no corrections.
     *
     * @param method as {@link #correctedMethod()} made it
     * @param mapMaxima the highest value of the map that scores make
     */
    Learned correctedLearned(FittedMethod method, double maxFalseReject, ToDoubleFunction<PatchScores> mapMaxima) {
        if (!(method instanceof CorrectableMethod corrected) || list.isEmpty()) {
            return learned;
        }
        HeldOutScores heldOut = correctedHeldOut(corrected, mapMaxima);
        List<GoodPicture> good = new ArrayList<>(learned.goodPictures());
        of(Correction.Kind.NORMAL).forEach(normal -> good.add(normal.picture()));
        return new Learned(
                Calibration.calibrate(heldOut, FalseRejectRates.failing(maxFalseReject)),
                heldOut,
                good,
                learned.selfTests(),
                Optional.empty());
    }

    private HeldOutScores correctedHeldOut(CorrectableMethod method, ToDoubleFunction<PatchScores> mapMaxima) {
        double[] scores = learned.heldOut().imageLevelScores();
        double[] maxima = learned.heldOut().mapMaxima();
        method.raisedHeldOut().forEach((picture, raised) -> {
            scores[picture] = raised.imageLevelScore();
            maxima[picture] = mapMaxima.applyAsDouble(raised);
        });
        List<Correction> normals = of(Correction.Kind.NORMAL);
        return HeldOutScores.of(
                appended(scores, normals.stream().mapToDouble(Correction::score)),
                appended(maxima, normals.stream().mapToDouble(Correction::mapMaximum)),
                parts().withSingle(normals.size()));
    }

    private static double[] appended(double[] values, DoubleStream more) {
        return DoubleStream.concat(Arrays.stream(values), more).toArray();
    }
}
