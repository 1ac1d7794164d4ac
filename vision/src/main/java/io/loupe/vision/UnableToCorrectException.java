package io.loupe.vision;

/** A detector cannot take a correction, or has none to take back; the message says why and what to do. */
public final class UnableToCorrectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnableToCorrectException(String message) {
        super(message);
    }
}
