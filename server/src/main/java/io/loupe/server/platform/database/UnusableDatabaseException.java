package io.loupe.server.platform.database;

/** The database cannot be used as it is; the message says what to do. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableDatabaseException(String message) {
        super(message);
    }
}
