package io.loupe.server.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from where there is no controller: in filters. */
@Component
public final class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(ProblemException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(failure.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        failure.retryAfter()
                .ifPresent(time -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
        json.writeValue(response.getOutputStream(), Problem.of(failure.code(), failure.detail(), request));
    }
}
