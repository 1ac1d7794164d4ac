package io.loupe.server.platform.web;

import io.loupe.server.platform.problem.Problem;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where failures become answers. What nobody foresaw is logged, and said without its innards. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> handle(ProblemException failure, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        failure.retryAfter().ifPresent(time -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
        return answer(failure.code(), failure.detail(), headers, request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> handleLostDatabase(RuntimeException failure, WebRequest request) {
        log.warn("The database cannot be reached", failure);
        return handle(ProblemException.withoutDatabase(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handleBrokenForm(MultipartException failure, WebRequest request) {
        return answer(
                ProblemCode.INVALID_REQUEST,
                "The body is no form that can be read (multipart/form-data); it may have been cut short.",
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handleAnythingElse(RuntimeException failure, WebRequest request) {
        log.error("A request failed", failure);
        return answer(
                ProblemCode.FAULT,
                "Something went wrong inside of Loupe. The log says more under this request_id.",
                new HttpHeaders(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return handle(problem, request);
            }
            if (cause instanceof IllegalArgumentException && cause.getCause() == null) { // thrown by a type of ours
                return answer(ProblemCode.INVALID_CONTENT, cause.getMessage() + ".", headers, request);
            }
        }
        return answer(
                ProblemCode.INVALID_REQUEST,
                "The body is no JSON of the form that is expected here. /docs shows it.",
                headers,
                request);
    }

    /** Everything that the framework itself refuses: its status is right, its body is replaced by ours. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemCode code = ProblemCode.ofStatus(status.value());
        String detail =
                failure instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        return answer(code, detail == null ? code.title() + "." : detail, headers, request);
    }

    private static ResponseEntity<Object> answer(
            ProblemCode code, String detail, HttpHeaders headers, WebRequest request) {
        Problem problem = Problem.of(code, detail, ((ServletWebRequest) request).getRequest());
        return ResponseEntity.status(code.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
