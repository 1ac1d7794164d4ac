package io.loupe.server.models;

import io.loupe.images.UnreadableImageException;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;

/** Why a file gives no picture, for callers: a stable code, and a sentence that names the file and says what to do. */
public record PictureProblem(String code, String detail) {
    public static PictureProblem of(UnreadableImageException e) {
        return of(codeOf(e.reason()), String.valueOf(e.getMessage()));
    }

    /** The same where the file is all that was asked about. */
    public static ProblemException refusal(UnreadableImageException e) {
        return new ProblemException(codeOf(e.reason()), String.valueOf(e.getMessage()));
    }

    public static PictureProblem of(ProblemCode code, String detail) {
        return new PictureProblem(code.text(), detail);
    }

    private static ProblemCode codeOf(UnreadableImageException.Reason reason) {
        return switch (reason) {
            case UNKNOWN_FORMAT, UNSUPPORTED_FORMAT -> ProblemCode.WRONG_CONTENT_TYPE;
            case TOO_LARGE -> ProblemCode.TOO_LARGE;
            case DAMAGED, EMPTY -> ProblemCode.INVALID_CONTENT;
            case IO -> ProblemCode.FAULT;
        };
    }
}
