package io.loupe.vision.modelfile;

/** A model file that is damaged, cut short, of another kind or of a newer version; the message says which. */
public final class UnreadableModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableModelException(String message) {
        super(message);
    }

    public UnreadableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
