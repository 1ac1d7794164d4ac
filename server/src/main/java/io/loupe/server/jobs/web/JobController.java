package io.loupe.server.jobs.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.JobFailure;
import io.loupe.server.jobs.JobLine;
import io.loupe.server.jobs.JobState;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs, what went wrong in it, and stopping and retrying it. */
@Tag(name = "jobs", description = "Work that outlasts a request")
@RestController
@RequestMapping("/api/jobs")
final class JobController {
    private final Jobs jobs;
    private final JobEvents events;

    JobController(Jobs jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "List jobs, the newest first")
    @GetMapping
    Page<Job> listJobs(
            Caller caller,
            @RequestParam(required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(caller.tenant(), Optional.ofNullable(state), PageRequest.of(limit, cursor));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "One job")
    @GetMapping("/{job_id}")
    Job getJob(Caller caller, @PathVariable("job_id") UUID id) {
        return jobs.get(caller.tenant(), id);
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "What a job wrote down; the last thousand lines are kept")
    @GetMapping("/{job_id}/log")
    Page<JobLine> getJobLog(
            Caller caller,
            @PathVariable("job_id") UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.log(caller.tenant(), id, NumberedRequest.of(limit, cursor));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "The items that a job could not do, each with the stage and the reason")
    @GetMapping("/{job_id}/failures")
    Page<JobFailure> listJobFailures(
            Caller caller,
            @PathVariable("job_id") UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.failures(caller.tenant(), id, NumberedRequest.of(limit, cursor));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Follow a job",
            description =
                    "Server-sent events: 'job' with the job as it is, at once and at every change. The stream ends"
                            + " with the job, and after ten minutes or when the server stops, too: ask again then.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Job.class)))
    @GetMapping(path = "/{job_id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void followJob(Caller caller, @PathVariable("job_id") UUID id, HttpServletResponse response) throws IOException {
        events.send(caller.tenant(), id, response);
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(summary = "Stop a job: at once if it waits, between two items if it runs")
    @PostMapping("/{job_id}/cancel")
    Job cancelJob(Caller caller, @PathVariable("job_id") UUID id) {
        return jobs.cancel(caller.tenant(), id);
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Try again what a job could not do",
            description = "The items that failed, they alone; where the job failed as a whole, from where it was.")
    @PostMapping("/{job_id}/retry")
    Job retryJob(Caller caller, @PathVariable("job_id") UUID id) {
        return jobs.retry(caller.tenant(), id);
    }
}
