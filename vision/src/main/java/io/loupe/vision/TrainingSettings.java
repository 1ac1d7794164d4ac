package io.loupe.vision;

import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.MethodSettings;

/**
 * Everything that decides what a training gives, besides the pictures: the same settings and pictures give the same
 * detector.
 *
 * @param method id of the anomaly method
 * @param encoder which features, and at which size
 * @param methodSettings choices of the method
 * @param maxFalseReject the promised share of good parts, 0..1, that FAIL at most
 */
public record TrainingSettings(
        String method, PatchEncoderRequest encoder, MethodSettings methodSettings, double maxFalseReject) {
    /** Side of the square, in pixels, that pictures are squeezed to when nobody chooses. */
    public static final int USUAL_SIZE = 256;

    /** The promised share when nobody chooses: 1 in 100. */
    public static final double USUAL_MAX_FALSE_REJECT = 0.01;

    public TrainingSettings {
        if (!(maxFalseReject > 0 && maxFalseReject < 0.5)) {
            throw new IllegalArgumentException(
                    "The promised false-reject rate must be above 0 and below 0.5, got %s".formatted(maxFalseReject));
        }
    }
}
