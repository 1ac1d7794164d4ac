package io.loupe.server.platform.form;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;

/**
 * How large a form may be.
 *
 * @param bytes of all of it
 * @param parts files and fields together
 * @param headerBytes of the headers of a part
 * @param fieldBytes of a field that is no file
 */
public record FormLimits(long bytes, int parts, int headerBytes, int fieldBytes) {
    /** Of files and what is said of them: the headers leave room for long file names. */
    public static FormLimits ofFiles(long bytes, int parts) {
        return new FormLimits(bytes, parts, 4096, 1 << 20);
    }

    ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.TOO_LARGE,
                "A request with files has up to %,d bytes (setting uploads.request-bytes). Send these in several requests."
                        .formatted(bytes));
    }
}
