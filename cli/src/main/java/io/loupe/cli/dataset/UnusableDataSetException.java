package io.loupe.cli.dataset;

/** A folder that does not hold what was asked of it; the message says what was expected where. */
public final class UnusableDataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableDataSetException(String message) {
        super(message);
    }
}
