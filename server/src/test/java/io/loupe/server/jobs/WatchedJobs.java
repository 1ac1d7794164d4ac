package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Waits for jobs in tests, woken by their changes. */
public final class WatchedJobs {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private WatchedJobs() {}

    /** The job as soon as it is as wanted. */
    public static Job await(Jobs jobs, TenantId tenant, Job job, Predicate<Job> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        try (JobWatch watch = jobs.watch(tenant, job.id())) {
            while (Instant.now().isBefore(end)) {
                Optional<Job> now = watch.next(PATIENCE).filter(condition);
                if (now.isPresent()) {
                    return now.get();
                }
            }
            throw new AssertionError("The job did not become as wanted: " + jobs.get(tenant, job.id()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
