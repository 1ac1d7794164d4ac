package io.loupe.vision.modelfile;

import java.nio.file.Path;

/** A model file that is damaged, cut short, of another kind or of another version; the message says which. */
public final class UnreadableModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableModelException(String message) {
        super(message);
    }

    public UnreadableModelException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableModelException damaged(Path file, String what, long offset) {
        return new UnreadableModelException(
                "Model file %s is damaged: %s (at byte %,d). Copy it again from where it came from, or train again."
                        .formatted(file, what, offset));
    }
}
