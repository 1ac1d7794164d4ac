package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.StandInServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the command asks of a server, and what it says of the answers; the tests of {@code server} have a real one. */
final class ReindexCommandTest {
    private static final String JOB =
            "{\"job_id\":\"j1\",\"state\":\"%s\",\"done\":%d,\"total\":3,\"error\":%s,\"finished_at\":%s}";
    private static final String RUNNING = JOB.formatted("running", 1, "null", "null");

    @AutoClose
    private final StandInServer server = new StandInServer();

    private Run run() {
        return Run.loupe("reindex", "--server", server.address(), "--key", "secret");
    }

    @Test
    void itFollowsTheJobToItsEnd() {
        server.answers("POST /api/index/rebuild", 200, RUNNING);
        server.answers("GET /api/jobs/j1", 200, RUNNING);
        server.answers("GET /api/jobs/j1", 200, JOB.formatted("succeeded", 3, "null", "\"2026-01-01T00:00:00Z\""));
        Run run = run();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("3 pictures are in the index.");
        assertThat(server.requests())
                .containsExactly("POST /api/index/rebuild", "GET /api/jobs/j1", "GET /api/jobs/j1");
        assertThat(server.received())
                .allSatisfy(asked -> assertThat(asked.header("X-api-key")).isEqualTo("secret"));
    }

    @Test
    void aJobThatFailedIsSaid() {
        server.answers("POST /api/index/rebuild", 200, RUNNING);
        server.answers(
                "GET /api/jobs/j1",
                200,
                JOB.formatted("failed", 1, "\"the disk is full\"", "\"2026-01-01T00:00:00Z\""));
        Run run = run();
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.out()).contains("The job failed: the disk is full");
    }
}
