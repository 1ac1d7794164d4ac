package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command asks of a server, and what it says of the answers; the tests of {@code server} have a real one. */
final class ReindexCommandTest {
    private static final String JOB =
            "{\"job_id\":\"j1\",\"state\":\"%s\",\"done\":%d,\"total\":3,\"error\":%s,\"finished_at\":%s}";
    private static final String RUNNING = JOB.formatted("running", 1, "null", "null");

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestHeaders().getFirst("X-API-Key"));
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Run run() {
        return Run.loupe(
                "reindex", "--server", "http://127.0.0.1:" + server.getAddress().getPort(), "--key", "secret");
    }

    @Test
    void itFollowsTheJobToItsEnd() {
        answers.addAll(List.of(RUNNING, RUNNING, JOB.formatted("succeeded", 3, "null", "\"2026-01-01T00:00:00Z\"")));
        Run run = run();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("3 pictures are in the index.");
        assertThat(requests)
                .containsExactly(
                        "POST /api/index/rebuild secret", "GET /api/jobs/j1 secret", "GET /api/jobs/j1 secret");
    }

    @Test
    void aJobThatFailedIsSaid() {
        answers.addAll(
                List.of(RUNNING, JOB.formatted("failed", 1, "\"the disk is full\"", "\"2026-01-01T00:00:00Z\"")));
        Run run = run();
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.out()).contains("The job failed: the disk is full");
    }
}
