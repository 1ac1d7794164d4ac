package io.loupe.server.platform.postgres;

/** The embedded PostgreSQL could not be made, started or stopped; the message says what to do. */
public final class UnableToRunPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnableToRunPostgresException(String message) {
        super(message);
    }
}
