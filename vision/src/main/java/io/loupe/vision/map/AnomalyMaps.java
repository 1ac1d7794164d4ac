package io.loupe.vision.map;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.method.PatchScores;

/** From the scores of a method's grid to a smooth map over the picture. */
public final class AnomalyMaps {
    /** The smoothing of the PatchCore paper, in pixels of the encoder's input. */
    public static final double DEFAULT_SIGMA = 4;

    private AnomalyMaps() {}

    /**
     * Spreads patch scores bilinearly over the encoder's input and smooths them with a Gaussian. Values stay on the
     * method's scale; they are neither stretched nor clamped.
     *
     * @param sigma standard deviation of the Gaussian, in pixels of the encoder's input; 0 for no smoothing
     * @return a map of the encoder's input size; {@link AnomalyMap#resized} brings it to the size of the picture
     * @throws IllegalArgumentException if sigma is negative or not finite
     */
    public static AnomalyMap fromPatchScores(PatchScores scores, InputSize inputSize, double sigma) {
        double[] kernel = GaussianKernel.weights(sigma);
        AxisWeights vertical = AxisWeights.of(scores.rows(), inputSize.height(), kernel);
        AxisWeights horizontal = AxisWeights.of(scores.columns(), inputSize.width(), kernel);
        float[] smooth = SeparableResampling.resample(scores.patchScores(), scores.columns(), vertical, horizontal);
        return AnomalyMap.wrap(inputSize.height(), inputSize.width(), smooth);
    }

    /** As {@link #fromPatchScores(PatchScores, InputSize, double)} with {@link #DEFAULT_SIGMA}. */
    public static AnomalyMap fromPatchScores(PatchScores scores, InputSize inputSize) {
        return fromPatchScores(scores, inputSize, DEFAULT_SIGMA);
    }
}
