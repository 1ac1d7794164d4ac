package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.loupe.cli.client.ServerClient;
import io.loupe.samples.SampleLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is brought to a library for the demo; a small server of the JDK stands in for Loupe's. */
final class DemoLibraryTest {
    private static final SampleLibrary LIBRARY = new SampleLibrary(2, 1);

    private final Queue<String> uploads = new ConcurrentLinkedQueue<>();
    private int picturesKept;
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
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (exchange.getRequestMethod().equals("POST")) {
                uploads.add(body);
            }
            byte[] answer =
                    "{\"pictures\":%d,\"trashed\":1}".formatted(picturesKept).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void fill() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (ServerClient client = ServerClient.withKey(address, "key");
                ProgressBar progress = new ProgressBar(new PrintWriter(Writer.nullWriter()), false)) {
            new DemoLibrary(client, LIBRARY).fill(progress);
        }
    }

    @Test
    void bringsEveryPictureWithItsTagsInTheFormatOfItsName() {
        fill();
        assertThat(uploads).hasSize(LIBRARY.pictures().size());
        assertThat(uploads)
                .anySatisfy(upload -> assertThat(upload)
                        .contains("filename=\"bracket-000.jpg\"", "name=\"tags\"\r\n\r\nbracket\r\n")
                        .contains("\u00ff\u00d8\u00ff")) // how every JPEG begins
                .anySatisfy(upload -> assertThat(upload).contains("filename=\"regulator-001.jpg\""));
    }

    @Test
    void leavesALibraryAloneThatHasThemKeptOrThrownAway() {
        picturesKept = LIBRARY.pictures().size() - 1;
        fill();
        assertThat(uploads).isEmpty();
    }

    @Test
    void bringsWhatIsMissingAfterAFillThatWasCutOff() {
        picturesKept = 3;
        fill();
        assertThat(uploads).isNotEmpty();
    }
}
