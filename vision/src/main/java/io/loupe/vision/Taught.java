package io.loupe.vision;

import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.FittedMethod;

/** A method, and what else is known with it. */
record Taught(FittedMethod method, Learned learned) {
    /** The method that can be corrected. */
    CorrectableMethod correctable() {
        if (method instanceof CorrectableMethod correctable) {
            return correctable;
        }
        throw new UnableToCorrectException(
                "A detector of method %s cannot learn from corrections. Train one with method patch-lof."
                        .formatted(method.methodId()));
    }
}
