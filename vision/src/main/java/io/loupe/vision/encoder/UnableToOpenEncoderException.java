package io.loupe.vision.encoder;

/** An encoder or object detector that is known or asked for, but cannot be had; the message says why and what to do. */
public final class UnableToOpenEncoderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnableToOpenEncoderException(String message) {
        super(message);
    }

    public UnableToOpenEncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
