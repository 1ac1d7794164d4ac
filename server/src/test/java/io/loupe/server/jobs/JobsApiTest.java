package io.loupe.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.TestServer;
import io.loupe.server.jobs.CountingJob.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JobsApiTest {
    private final Jobs jobs = TestServer.bean(Jobs.class);
    private final Api api = Api.ofNewTenant();
    private final TenantId tenant = TenantId.parse(api.get("/api/auth/me").text("tenant_id"));

    @TempDir
    Path folder;

    private String start(Request request) {
        return "/api/jobs/"
                + jobs.start(tenant, CountingJob.TYPE, request, Optional.empty())
                        .id();
    }

    private Request counting(int items) {
        return Request.of(folder.resolve("done"), items);
    }

    /** Asks for the stream, which ends with the job, and takes it apart. */
    private List<JsonNode> followToTheEnd(String job) {
        Answer answer = api.get(job + "/events");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.raw()
                .body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> new JsonMapper().readTree(line.substring("data: ".length())))
                .toList();
    }

    @Test
    void aJobIsFollowedFromWhereItIsToItsEnd() {
        List<JsonNode> events = followToTheEnd(start(counting(600).pausing(1)));
        assertThat(events).hasSizeGreaterThan(2);
        assertThat(events)
                .isSortedAccordingTo((a, b) ->
                        Long.compare(a.path("done").asLong(), b.path("done").asLong()));
        assertThat(events.getLast().path("state").asString()).isEqualTo("succeeded");
        assertThat(events.getLast().path("progress").asDouble()).isEqualTo(1);
    }

    @Test
    void howOftenAJobReportsDoesNotDecideHowOftenItIsSent() {
        assertThat(followToTheEnd(start(counting(2_000)))).hasSizeLessThan(100);
    }

    @Test
    void aFinishedJobIsSentOnce() {
        String job = start(counting(1));
        followToTheEnd(job);
        assertThat(followToTheEnd(job)).hasSize(1);
    }

    @Test
    void aJobHasAFormThatProgramsCanRelyOn() {
        String job = start(counting(3).failing(List.of(2), List.of(2)));
        followToTheEnd(job);
        Answer answer = api.get(job);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "job_id",
                        "type",
                        "project_id",
                        "state",
                        "progress",
                        "done",
                        "total",
                        "message",
                        "error",
                        "items_failed",
                        "created_at",
                        "started_at",
                        "finished_at");
        assertThat(api.get("/api/jobs?state=succeeded").body().path("items")).hasSize(1);
        assertThat(api.get("/api/jobs?state=asleep").status()).isEqualTo(400);
        JsonNode failure = api.get(job + "/failures").body().path("items").path(0);
        assertThat(failure.propertyNames()).containsExactlyInAnyOrder("item", "stage", "error", "at");
        assertThat(api.get(job + "/log").body().path("items")).isEmpty();
        assertThat(api.get(job + "/log?cursor=x").status()).isEqualTo(400);
        assertThat(api.post(job + "/retry", "").body().path("state").asString()).isEqualTo("queued");
    }

    @Test
    void cancellingIsAnsweredWithTheJob() {
        String job = start(counting(100_000).pausing(1));
        assertThat(api.post(job + "/cancel", "").text("job_id")).isEqualTo(job.substring("/api/jobs/".length()));
        assertThat(followToTheEnd(job).getLast().path("state").asString()).isEqualTo("cancelled");
        assertThat(api.post(job + "/retry", "").status()).isEqualTo(409);
    }

    @Test
    void whatIsNotThereCannotBeFollowed() {
        Answer answer = api.with("Accept", "text/event-stream").get("/api/jobs/" + UUID.randomUUID() + "/events");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("not_found");
    }

    @Test
    void metricsSayHowManyJobsWaitRunAndEnded() {
        followToTheEnd(start(counting(1)));
        assertThat(Api.asNobody().get("/metrics").raw().body())
                .contains("jobs_running ", "jobs_queued ")
                .contains("job_duration_seconds_count{state=\"succeeded\",type=\"count\"}");
    }
}
