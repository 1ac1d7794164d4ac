package io.loupe.server.identity;

import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.recent.RecentlyUsed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after some failures, each further one doubles the time to wait, up to a quarter of an
 * hour. Failures are counted for the e-mail address, where few are free, and for where the request came from, where more
 * are, since a whole office may share it.
 */
@Component
final class LoginThrottle {
    static final int FREE_FOR_AN_ADDRESS = 5;
    static final int FREE_FOR_A_SOURCE = 100;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 100_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new RecentlyUsed<>(MOST_REMEMBERED);

    private record Failures(int count, Instant waitUntil) {}

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * To be called before a password is looked at.
     *
     * @throws ProblemException if it is too early
     */
    synchronized void check(String what) {
        Failures so = failures.get(what);
        Instant now = clock.instant();
        if (so != null && so.waitUntil().isAfter(now)) {
            throw ProblemException.tooManyRequests(
                    "Too many wrong passwords. Wait before you try again.", Duration.between(now, so.waitUntil()));
        }
    }

    /**
     * Counts a wrong password.
     *
     * @param free how many of them cost nothing
     */
    synchronized void failed(String what, int free) {
        Failures so = failures.get(what);
        int count = so == null ? 1 : so.count() + 1;
        failures.put(what, new Failures(count, clock.instant().plus(waitAfter(count - free))));
    }

    synchronized void succeeded(String what) {
        failures.remove(what);
    }

    private static Duration waitAfter(int tooMany) {
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tooMany, 20)); // 2^20 s is far beyond the longest wait
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
