package io.loupe.server.identity.web;

import io.loupe.server.identity.ApiKeys;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.Sessions;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sends a request. Without a credential it is nobody; with one that is not good it goes no further, whether
 * the operation needs one or not. Credentials come in headers only, which no other site's page can make a browser send.
 */
@Component
@Order(0)
final class CredentialFilter extends OncePerRequestFilter {
    static final String API_KEY = "X-API-Key";
    private static final Logger log = LoggerFactory.getLogger(CredentialFilter.class);
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiKeys keys;
    private final RequestRate rate;
    private final ProblemWriter problems;

    CredentialFilter(Sessions sessions, ApiKeys keys, RequestRate rate, ProblemWriter problems) {
        this.sessions = sessions;
        this.keys = keys;
        this.rate = rate;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional<Caller> caller = callerOf(request);
            rate.count(caller.map(known -> known.credential().toString()).orElseGet(request::getRemoteAddr));
            caller.ifPresent(known -> request.setAttribute(Caller.class.getName(), known));
        } catch (ProblemException failure) {
            if (failure.code() == ProblemCode.NOT_SIGNED_IN) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            problems.write(failure, request, response);
            return;
        } catch (DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransactionSystemException failure) {
            log.warn("Nobody can be let in while the database cannot be reached", failure);
            problems.write(ProblemException.withoutDatabase(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> callerOf(HttpServletRequest request) {
        String key = request.getHeader(API_KEY);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (key != null && authorization != null) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "Send either an access token or an API key, not both.");
        }
        if (key != null) {
            return Optional.of(
                    keys.open(key).orElseThrow(() -> notGood("This API key is unknown; it may have been removed.")));
        }
        if (authorization != null) {
            if (!authorization.startsWith(BEARER)) {
                throw notGood("Authorization should be 'Bearer' and an access token.");
            }
            return Optional.of(
                    sessions.open(authorization.substring(BEARER.length()).strip())
                            .orElseThrow(() ->
                                    notGood("This access token is not good any more: refresh it, or sign in again.")));
        }
        return Optional.empty();
    }

    private static ProblemException notGood(String detail) {
        return new ProblemException(ProblemCode.NOT_SIGNED_IN, detail);
    }
}
