package io.loupe.images;

import org.jspecify.annotations.Nullable;

/** A file that gives no picture. The message names the file, says what is wrong with it and what to do. */
public final class UnreadableImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no picture, for callers that count or translate. */
    public enum Reason {
        /** The bytes are of no picture format; often a web page or a text saved under a picture's name. */
        UNKNOWN_FORMAT("Loupe reads JPEG, PNG, WebP, TIFF, BMP and GIF."),
        /** A format, or a variant of one, that Loupe knows by name but does not decode. */
        UNSUPPORTED_FORMAT("Convert it to PNG or JPEG."),
        /** Over one of the {@link ImageLimits}. */
        TOO_LARGE("Make it smaller, or raise the limit."),
        /** Cut short or corrupt. */
        DAMAGED("Copy or export it again."),
        /** No bytes at all. */
        EMPTY("Copy or export it again."),
        /** The file could not be opened or read. */
        IO("Check that it exists and may be read.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }
    }

    private final Reason reason;

    UnreadableImageException(Reason reason, String name, String problem, @Nullable Throwable cause) {
        super("'%s' %s. %s".formatted(name, problem, reason.advice), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
