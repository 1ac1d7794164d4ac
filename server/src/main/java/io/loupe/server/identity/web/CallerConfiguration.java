package io.loupe.server.identity.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.OpenToAll;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Holds callers to what their role allows, operation by operation: what an operation needs stands on it, and one that
 * says nothing is closed. Operations take the {@link Caller} as a parameter.
 */
@Configuration
class CallerConfiguration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RoleInterceptor()).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
    }

    private static @Nullable Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(Caller.class.getName());
    }

    private static final class RoleInterceptor implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod operation && !operation.hasMethodAnnotation(OpenToAll.class)) {
                check(operation, callerOf(request));
            }
            return true;
        }

        private static void check(HandlerMethod operation, @Nullable Caller caller) {
            if (caller == null) {
                throw new ProblemException(
                        ProblemCode.NOT_SIGNED_IN,
                        "Sign in at /api/auth/login and send the access token, or send an API key as X-API-Key.");
            }
            RequiresRole required = operation.getMethodAnnotation(RequiresRole.class);
            if (required == null || !caller.role().includes(required.value())) {
                throw new ProblemException(
                        ProblemCode.NOT_ALLOWED,
                        "This needs the role '%s' or a higher one; yours is '%s'."
                                .formatted(
                                        required == null
                                                ? "none there is"
                                                : required.value().text(),
                                        caller.role().text()));
            }
        }
    }

    private static final class CallerArgumentResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servletRequest =
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            return Objects.requireNonNull(callerOf(servletRequest), "an operation that takes a Caller needs a role");
        }
    }
}
