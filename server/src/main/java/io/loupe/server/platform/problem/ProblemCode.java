package io.loupe.server.platform.problem;

import java.util.Locale;

/** The kinds of failure there are. Codes are part of the API: they are added to, never changed. */
public enum ProblemCode {
    INVALID_REQUEST(400, "The request cannot be understood"),
    NOT_SIGNED_IN(401, "Not signed in"),
    NOT_ALLOWED(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    WRONG_METHOD(405, "Not a method of this address"),
    NOT_ACCEPTABLE(406, "Not available in the type asked for"),
    CONFLICT(409, "In conflict with what is there"),
    TOO_LARGE(413, "Too large"),
    WRONG_CONTENT_TYPE(415, "Not a type that is taken here"),
    INVALID_CONTENT(422, "Understood, but not valid"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    FAULT(500, "A fault of Loupe"),
    UNAVAILABLE(503, "Not available now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** As it is written in answers: {@code not_found}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of a status that some library chose. */
    public static ProblemCode ofStatus(int status) {
        for (ProblemCode code : values()) {
            if (code.status == status) {
                return code;
            }
        }
        return status < 500 ? INVALID_REQUEST : FAULT;
    }
}
