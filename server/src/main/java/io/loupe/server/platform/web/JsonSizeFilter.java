package io.loupe.server.platform.web;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.problem.ProblemWriter;
import io.loupe.server.platform.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, by what they announce or, where they do not, by counting. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class JsonSizeFilter extends OncePerRequestFilter {
    private final long limitBytes;
    private final ProblemWriter problems;

    JsonSizeFilter(Settings settings, ProblemWriter problems) {
        this.limitBytes = settings.limits().jsonBytes();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/"); // has limits of its own
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limitBytes) {
            problems.write(tooLarge(), request, response);
        } else {
            chain.doFilter(new Counted(request), response);
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.TOO_LARGE,
                "The body is larger than %,d bytes (setting limits.json-bytes).".formatted(limitBytes));
    }

    private final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream in = super.getInputStream();
            return new ServletInputStream() {
                private long count;

                @Override
                public int read() throws IOException {
                    int value = in.read();
                    count(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = in.read(bytes, offset, length);
                    count(Math.max(read, 0));
                    return read;
                }

                private void count(int bytes) {
                    count += bytes;
                    if (count > limitBytes) {
                        throw tooLarge();
                    }
                }

                @Override
                public boolean isFinished() {
                    return in.isFinished();
                }

                @Override
                public boolean isReady() {
                    return in.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    in.setReadListener(listener);
                }
            };
        }
    }
}
