package io.loupe.server.jobs.web;

import io.loupe.index.TenantId;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.JobWatch;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a job's changes as server-sent events. A stream sleeps on its request's own virtual thread until the job changes;
 * now and then it says that it is still there, so that nobody on the way takes it for dead. Whoever asked may have lost
 * the right to see it meanwhile, so no stream lasts longer than an access token does by default.
 */
@Component
final class JobEvents {
    private static final Logger log = LoggerFactory.getLogger(JobEvents.class);
    private static final int MOST_STREAMS = 200;
    private static final Duration STILL_THERE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    JobEvents(Jobs jobs, JsonMapper json, InstantSource clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers with the job's changes, until its end.
     *
     * @throws ProblemException if there is no such job, or too many are watching
     */
    void send(TenantId tenant, UUID id, HttpServletResponse response) throws IOException {
        if (!streams.tryAcquire()) {
            throw ProblemException.unavailable(
                    "Too many are following jobs here. Ask for the job itself now and then instead.", STILL_THERE);
        }
        try (JobWatch watch = jobs.watch(tenant, id)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            send(watch, response.getOutputStream());
        } catch (IOException e) {
            log.debug("Somebody stopped following job {}", id, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            streams.release();
        }
    }

    private void send(JobWatch watch, OutputStream out) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(LONGEST);
        do {
            Optional<Job> job = watch.next(STILL_THERE);
            String event = job.map(changed -> "event: job\ndata: %s\n\n".formatted(json.writeValueAsString(changed)))
                    .orElse(": still there\n\n");
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } while (!watch.isOver() && clock.instant().isBefore(end));
    }
}
