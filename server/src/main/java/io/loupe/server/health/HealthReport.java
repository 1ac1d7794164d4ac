package io.loupe.server.health;

import io.loupe.server.platform.health.HealthPart;
import io.loupe.server.platform.health.HealthPart.Health;
import io.loupe.server.platform.health.HealthPart.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the server is.
 *
 * @param status {@code ok}, or {@code degraded} if one part is
 */
record HealthReport(String status, List<Part> parts, String version) {
    private static final Logger log = LoggerFactory.getLogger(HealthReport.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final Executor THREADS = Thread::startVirtualThread;

    /** How one part is; see {@link HealthPart}. */
    record Part(String name, String status, String detail) {}

    /** Asks all parts at once; one that does not answer holds nobody up. */
    static HealthReport of(Stream<HealthPart> parts, String version) {
        List<CompletableFuture<Part>> asked = parts.map(HealthReport::ask).toList();
        List<Part> answers = asked.stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Part::name))
                .toList();
        boolean ok = answers.stream().allMatch(part -> part.status().equals(text(Status.OK)));
        return new HealthReport(text(ok ? Status.OK : Status.DEGRADED), answers, version);
    }

    private static CompletableFuture<Part> ask(HealthPart part) {
        return CompletableFuture.supplyAsync(part::check, THREADS)
                .completeOnTimeout(
                        Health.degraded("It did not answer within %d seconds.".formatted(PATIENCE_SECONDS)),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    log.warn("The part '{}' cannot say how it is", part.name(), failure);
                    return Health.degraded("It cannot be asked. The server's log says why.");
                })
                .thenApply(health -> new Part(part.name(), text(health.status()), health.detail()));
    }

    private static String text(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
