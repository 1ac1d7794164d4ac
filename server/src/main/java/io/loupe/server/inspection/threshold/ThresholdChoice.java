package io.loupe.server.inspection.threshold;

import io.loupe.server.inspection.version.ModelVersion.ThresholdSource;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Detector;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.Threshold;
import org.jspecify.annotations.Nullable;

/** By what a version is to judge. */
public sealed interface ThresholdChoice {
    /** At most this share of good parts FAIL. */
    record Rate(double rate) implements ThresholdChoice {}

    /** A picture scoring above this is FAIL. */
    record FailScore(double score) implements ThresholdChoice {}

    /** As the model has it. */
    record AsTrained() implements ThresholdChoice {}

    /**
     * What a request chose.
     *
     * @throws ProblemException if that is not exactly one of them, or one that makes no threshold
     */
    static ThresholdChoice of(@Nullable Double rate, @Nullable Double fail, boolean reset) {
        if ((rate == null ? 0 : 1) + (fail == null ? 0 : 1) + (reset ? 1 : 0) != 1) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "Choose a threshold by one thing: rate (the share of good parts that may fail), or fail (a score).");
        }
        if (rate != null) {
            if (!(rate > 0 && rate < 0.5)) {
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT,
                        "rate is a share of good parts above 0 and below 0.5, such as 0.01; got %s.".formatted(rate));
            }
            return new Rate(rate);
        }
        if (fail != null) {
            if (!Double.isFinite(fail)) {
                throw new ProblemException(ProblemCode.INVALID_CONTENT, "fail is a score; got %s.".formatted(fail));
            }
            return new FailScore(fail);
        }
        return new AsTrained();
    }

    /** The threshold that this makes of a model's held-out scores. */
    default Threshold threshold(Detector asTrained) {
        return switch (this) {
            case Rate chosen ->
                Calibration.calibrate(asTrained.heldOutScores(), FalseRejectRates.failing(chosen.rate()));
            case FailScore chosen -> Calibration.failingAbove(chosen.score(), asTrained.heldOutScores());
            case AsTrained _ -> asTrained.threshold();
        };
    }

    /** What the version says of it. */
    default ThresholdSource source() {
        return switch (this) {
            case Rate _ -> ThresholdSource.RATE;
            case FailScore _ -> ThresholdSource.VALUE;
            case AsTrained _ -> ThresholdSource.TRAINING;
        };
    }
}
