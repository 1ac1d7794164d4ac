package io.loupe.server.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.slf4j.MDC;

/**
 * A failure in the form of RFC 9457.
 *
 * @param type a stable address of the documentation of this code
 * @param code what programs look at
 * @param detail what people read
 * @param instance the path that was asked for
 * @param requestId what to quote when asking for help; also in the log and in the header {@code X-Request-Id}
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        @JsonProperty("request_id") String requestId) {
    /** The name under which a request's id is in the log's context. */
    public static final String REQUEST_ID = "request_id";

    /** The header in which it travels. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    public static Problem of(ProblemCode code, String detail, HttpServletRequest request) {
        return new Problem(
                "/docs/problems#" + code.text(),
                code.title(),
                code.status(),
                code.text(),
                detail,
                request.getRequestURI(),
                Objects.requireNonNullElse(MDC.get(REQUEST_ID), ""));
    }
}
