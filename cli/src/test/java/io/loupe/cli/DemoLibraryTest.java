package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.StandInServer;
import io.loupe.cli.client.StandInServer.Answer;
import io.loupe.cli.client.StandInServer.Received;
import io.loupe.samples.SampleLibrary;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is brought to a library for the demo. */
final class DemoLibraryTest {
    private static final SampleLibrary LIBRARY = new SampleLibrary(2, 1);

    @AutoClose
    private final StandInServer server = new StandInServer();

    private List<String> uploads() {
        return server.received().stream()
                .filter(asked -> asked.request().startsWith("POST "))
                .map(Received::body)
                .toList();
    }

    private void fillWhereThereAre(int picturesKept) {
        server.answers("GET /api/library", 200, "{\"pictures\":%d,\"trashed\":1}".formatted(picturesKept));
        server.answersAlways("POST /api/images", _ -> new Answer(200, "{}"));
        try (ServerClient client = ServerClient.withKey(server.address(), "key");
                ProgressBar progress = new ProgressBar(new PrintWriter(Writer.nullWriter()), false)) {
            new DemoLibrary(client, LIBRARY).fill(progress);
        }
    }

    @Test
    void bringsEveryPictureWithItsTagsInTheFormatOfItsName() {
        fillWhereThereAre(0);
        assertThat(uploads()).hasSize(LIBRARY.pictures().size());
        assertThat(uploads())
                .anySatisfy(upload -> assertThat(upload)
                        .contains("filename=\"bracket-000.jpg\"", "name=\"tags\"\r\n\r\nbracket\r\n")
                        .contains("\u00ff\u00d8\u00ff")) // how every JPEG begins
                .anySatisfy(upload -> assertThat(upload).contains("filename=\"regulator-001.jpg\""));
    }

    @Test
    void leavesALibraryAloneThatHasThemKeptOrThrownAway() {
        fillWhereThereAre(LIBRARY.pictures().size() - 1);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void bringsWhatIsMissingAfterAFillThatWasCutOff() {
        fillWhereThereAre(3);
        assertThat(uploads()).isNotEmpty();
    }
}
