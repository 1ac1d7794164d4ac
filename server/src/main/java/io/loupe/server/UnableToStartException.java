package io.loupe.server;

/** The server could not be started; the message says what to do. */
public final class UnableToStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnableToStartException(String message) {
        super(message);
    }

    UnableToStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
