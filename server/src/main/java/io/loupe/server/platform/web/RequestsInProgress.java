package io.loupe.server.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts the requests that are under way by method and endpoint, from where the endpoint is known. */
@Component
final class RequestsInProgress implements HandlerInterceptor, WebMvcConfigurer {
    private final MeterRegistry metrics;
    private final Map<Tags, AtomicInteger> running = new ConcurrentHashMap<>();

    RequestsInProgress(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        counter(request).incrementAndGet();
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        counter(request).decrementAndGet();
    }

    private AtomicInteger counter(HttpServletRequest request) {
        String template = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Tags endpoint = Tags.of("method", MetricsFilter.method(request), "endpoint", template);
        return running.computeIfAbsent(
                endpoint, tags -> metrics.gauge("http.requests.in.progress", tags, new AtomicInteger()));
    }
}
