package io.loupe.server.identity.web;

import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.recent.RecentlyUsed;
import io.loupe.server.platform.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each caller in a bucket that fills evenly and holds ten seconds' worth, so that a burst is fine
 * and a flood is not.
 */
@Component
final class RequestRate {
    private static final int SECONDS_OF_BURST = 10;
    private static final int MOST_REMEMBERED = 100_000;

    private final double perMillisecond;
    private final double capacity;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new RecentlyUsed<>(MOST_REMEMBERED);

    private record Bucket(double tokens, long filledAtMillis) {}

    RequestRate(Settings settings, InstantSource clock) {
        int perMinute = settings.limits().requestsPerMinute();
        this.perMillisecond = perMinute / 60_000.0;
        this.capacity = Math.max(1, perMinute / 60.0 * SECONDS_OF_BURST);
        this.clock = clock;
    }

    /**
     * Takes one request out of the caller's bucket.
     *
     * @throws ProblemException if it is empty
     */
    synchronized void count(String caller) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(caller, new Bucket(capacity, now));
        double tokens = Math.min(capacity, bucket.tokens() + (now - bucket.filledAtMillis()) * perMillisecond);
        if (tokens < 1) {
            throw ProblemException.tooManyRequests(
                    "Too many requests (setting limits.requests-per-minute). Slow down.",
                    Duration.ofMillis((long) Math.ceil((1 - tokens) / perMillisecond)));
        }
        buckets.put(caller, new Bucket(tokens - 1, now));
    }
}
