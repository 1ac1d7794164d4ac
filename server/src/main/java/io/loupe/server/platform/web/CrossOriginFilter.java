package io.loupe.server.platform.web;

import io.loupe.server.platform.problem.Problem;
import io.loupe.server.platform.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of the sites that the settings name read our answers, and nobody else's. Others are not refused, since behind a
 * proxy our own page may look like one of them: their browsers refuse them, and no credential comes by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class CrossOriginFilter extends OncePerRequestFilter {
    private static final String METHODS = "GET, HEAD, POST, PATCH, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, X-API-Key, " + Problem.REQUEST_ID_HEADER;
    private static final String READABLE = HttpHeaders.RETRY_AFTER + ", " + Problem.REQUEST_ID_HEADER;
    private static final String SECONDS_REMEMBERED = "3600";

    private final List<String> origins;

    CrossOriginFilter(Settings settings) {
        this.origins = settings.corsOrigins();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return origins.isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
        if (CorsUtils.isPreFlightRequest(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_REMEMBERED);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
