package io.loupe.cli.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A small server of the JDK that stands in for Loupe's: it gives the answers that it was told, and remembers what it was
 * asked. What nobody told it is answered with 404.
 */
public final class StandInServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Function<Received, Answer>> always = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> inTurn = new ConcurrentHashMap<>();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();

    /**
     * What it is asked.
     *
     * @param request method and path, as {@code GET /api/jobs}
     * @param query what follows the path; may be empty
     * @param body one character for each byte
     */
    public record Received(String request, String query, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return Objects.requireNonNull(headers.get(name)).getFirst();
        }
    }

    /**
     * What it answers.
     *
     * @param retryAfter when to come again; empty for no such header
     */
    public record Answer(int status, String body, String retryAfter) {
        public Answer(int status, String body) {
            this(status, body, "");
        }
    }

    public StandInServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next such request, after those that were told before. */
    public void answers(String request, int status, String body) {
        answers(request, new Answer(status, body));
    }

    /** Answers the next such request, after those that were told before. */
    public void answers(String request, Answer answer) {
        inTurn.computeIfAbsent(request, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    /** Answers every such request for which there is no other answer. */
    public void answersAlways(String request, Function<Received, Answer> answer) {
        always.put(request, answer);
    }

    /** What it was asked, in this order. */
    public Queue<Received> received() {
        return received;
    }

    /** The same without headers and bodies. */
    public List<String> requests() {
        return received.stream().map(Received::request).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            Received asked = new Received(request, query, exchange.getRequestHeaders(), body);
            received.add(asked);
            Answer answer = answerTo(asked);
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answerTo(Received asked) {
        Queue<Answer> told = inTurn.get(asked.request());
        Answer next = told == null ? null : told.poll();
        return next != null
                ? next
                : always.getOrDefault(asked.request(), _ -> new Answer(404, "")).apply(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
