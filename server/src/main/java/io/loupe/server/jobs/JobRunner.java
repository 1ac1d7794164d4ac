package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import io.loupe.server.platform.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs a job whose turn it is, from where it was to its end, and writes down how it ended. */
@Component
final class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final ObjectProvider<JobHandler> handlers; // asked late: a handler may start jobs itself
    private final JobRows rows;
    private final JobChanges changes;
    private final JsonMapper json;
    private final MeterRegistry metrics;
    private final Map<UUID, StopSign> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** What is to become of the scheduler's row. */
    enum Outcome {
        FINISHED,
        TO_BE_CONTINUED,
    }

    JobRunner(
            ObjectProvider<JobHandler> handlers,
            JobRows rows,
            JobChanges changes,
            JsonMapper json,
            MeterRegistry metrics) {
        this.handlers = handlers;
        this.rows = rows;
        this.changes = changes;
        this.json = json;
        this.metrics = metrics;
        Gauge.builder("jobs.running", running, Map::size)
                .description("Jobs at work in this server")
                .register(metrics);
    }

    Optional<JobHandler> handler(String type) {
        return handlers.stream().filter(handler -> handler.type().equals(type)).findFirst();
    }

    /** Tells a job to stop, if it runs here. */
    void cancel(UUID id) {
        Optional.ofNullable(running.get(id)).ifPresent(stop -> stop.raise(StopSign.Reason.CANCELLED));
    }

    /** Tells all jobs to stop where they are, and begins no other. */
    void stopAll() {
        stopping = true;
        running.values().forEach(stop -> stop.raise(StopSign.Reason.SERVER_STOPS));
    }

    /**
     * Runs a job.
     *
     * @throws RuntimeException if the database does not let it; it is to be run again later
     */
    Outcome run(TenantId tenant, UUID id) {
        StopSign stop = new StopSign();
        if (running.putIfAbsent(id, stop) != null) {
            return Outcome.TO_BE_CONTINUED; // the scheduler has lost sight of it, and will look again
        }
        try {
            if (stopping) {
                return Outcome.TO_BE_CONTINUED;
            }
            Optional<JobRows.Begun> begun = rows.begin(tenant, id);
            changes.changed(id);
            return begun.map(job -> run(tenant, job, stop)).orElse(Outcome.FINISHED);
        } finally {
            running.remove(id);
            changes.changed(id);
        }
    }

    private Outcome run(TenantId tenant, JobRows.Begun job, StopSign stop) {
        long start = System.nanoTime();
        Throwable failure = handle(tenant, job, stop);
        Thread.interrupted(); // it may have been woken up to stop; what follows must be written
        if (failure != null && LostDatabase.isReasonOf(failure)) {
            throw new IllegalStateException("Job %s lost the database".formatted(job.id()), failure);
        }
        Optional<StopSign.Reason> reason = failure == null ? stop.heard() : stop.reason();
        JobState state;
        if (reason.isPresent()) {
            if (reason.get() == StopSign.Reason.SERVER_STOPS) {
                rows.putBack(tenant, job.id());
                return Outcome.TO_BE_CONTINUED;
            }
            state = JobState.CANCELLED;
        } else {
            state = failure == null ? JobState.SUCCEEDED : JobState.FAILED;
        }
        rows.finish(tenant, job.id(), state, state == JobState.FAILED ? sentence(job, failure) : null);
        Timer.builder("job.duration")
                .description("From the beginning of jobs, or their last interruption, to their end")
                .tags("type", job.type(), "state", state.text())
                .register(metrics)
                .record(Duration.ofNanos(System.nanoTime() - start));
        return Outcome.FINISHED;
    }

    /** What the handler failed with; null if it did not. */
    @SuppressWarnings("InterruptedExceptionSwallowed") // looked at with every other end
    private @Nullable Throwable handle(TenantId tenant, JobRows.Begun job, StopSign stop) {
        try (RunningJob run = new RunningJob(tenant, job, stop, rows, changes, json)) {
            handler(job.type())
                    .orElseThrow(() -> new IllegalStateException("Nothing here does jobs of type " + job.type()))
                    .run(run);
            Thread.interrupted();
            return null;
        } catch (Throwable e) { // whatever a handler dies of, the others go on
            return e;
        }
    }

    private static String sentence(JobRows.Begun job, @Nullable Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return Unsaved.text(problem.detail());
        }
        log.error("Job {} ({}) failed", job.id(), job.type(), failure);
        return "Something went wrong inside of Loupe. The server's log says more under job %s.".formatted(job.id());
    }
}
