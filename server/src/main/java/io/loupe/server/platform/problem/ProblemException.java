package io.loupe.server.platform.problem;

import java.time.Duration;
import java.util.Optional;

/** A request that cannot be fulfilled; the message is for the caller and says what to do. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final long retryAfterSeconds;

    private ProblemException(ProblemCode code, String detail, long retryAfterSeconds) {
        super(detail);
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, 0);
    }

    /** What does not exist, and what belongs to another tenant: nobody can tell the two apart. */
    public static ProblemException notFound(String kind, Object id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no %s '%s' here.".formatted(kind, id));
    }

    public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
        return new ProblemException(
                ProblemCode.TOO_MANY_REQUESTS,
                detail,
                Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    /** What can be had later: a queue is full, or something that is needed does not run. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                detail,
                Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    /** The database does not answer, which may be a restart of it. */
    public static ProblemException withoutDatabase() {
        return unavailable("The database cannot be reached. Try again soon.", Duration.ofSeconds(5));
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** When it is worth trying again. */
    public Optional<Duration> retryAfter() {
        return retryAfterSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfterSeconds));
    }
}
