package io.loupe.vision;

import io.loupe.vision.image.RgbImage;

/**
 * A picture that travels with a detector, and what the detector said of it where it was trained. Another machine, or
 * another version of a library, that says something else is noticed when the detector is loaded.
 *
 * @param prepared the picture at the encoder's input size
 * @param featureNorm Euclidean norm of all its features, so that a difference can be laid to the encoder or the method
 * @param score the expected image-level score
 */
record SelfTest(RgbImage prepared, double featureNorm, double score) {
    /** How far, relatively, a number may be from the expected one: wider than float32 arithmetic across processors. */
    static final double TOLERANCE = 1e-3;

    static boolean agrees(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.max(Math.abs(expected), 1e-6);
    }
}
