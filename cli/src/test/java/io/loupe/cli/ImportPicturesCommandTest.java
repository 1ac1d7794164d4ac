package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.StandInServer;
import io.loupe.cli.client.StandInServer.Answer;
import io.loupe.cli.client.StandInServer.Received;
import io.loupe.images.ImageEncoding;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command asks of a server, and what it says of the answers; the tests of {@code server} have a real one. */
final class ImportPicturesCommandTest {
    private static final String JOB = """
            {"job_id":"j1","state":"%s","done":%d,"total":3,"message":"2 stored, 0 there already, 1 refused",\
            "error":%s,"finished_at":%s}""";
    private static final String RUNNING = JOB.formatted("running", 1, "null", "null");
    private static final String SUCCEEDED = JOB.formatted("succeeded", 3, "null", "\"2026-01-01T00:00:00Z\"");

    @AutoClose
    private final StandInServer server = new StandInServer();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.answersAlways("POST /api/images", ImportPicturesCommandTest::uploaded);
        for (int i = 0; i < 20; i++) {
            Files.write(folder.resolve("%02d.png".formatted(i)), ImageEncoding.png(RgbImage.wrap(2, 2, new byte[12])));
        }
    }

    private Run run(Path source) {
        return Run.loupe("import", source, "--server", server.address(), "--key", "secret", "--tag", "line 7");
    }

    /** Stores every file of a form but one. */
    private static Answer uploaded(Received form) {
        String items = Pattern.compile("filename=\"(.+?)\"")
                .matcher(form.body())
                .results()
                .map(name -> name.group(1).equals("19.png")
                        ? "{\"status\":\"refused\",\"error\":{\"detail\":\"'19.png' is damaged.\"}}"
                        : "{\"status\":\"stored\",\"error\":null}")
                .collect(Collectors.joining(","));
        return new Answer(200, "{\"items\":[%s]}".formatted(items));
    }

    @Test
    void aServerOnThisMachineReadsTheFolderItself() {
        server.answers("POST /api/imports", 202, RUNNING);
        server.answers("GET /api/jobs/j1", 200, RUNNING);
        server.answers("GET /api/jobs/j1", 200, SUCCEEDED);
        server.answers("GET /api/jobs/j1/failures", 200, """
                {"items":[{"item":"a.txt","stage":"reading","error":"It is no picture."}]}""");
        Run run = run(folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("2 stored, 0 there already, 1 refused" + System.lineSeparator());
        assertThat(run.err()).contains("Refused: a.txt: It is no picture.");
        assertThat(server.received().element().body())
                .contains("\"folder\":\"" + folder + "\"", "\"tags\":[\"line 7\"]");
    }

    @Test
    void whatTheServerMayNotReadIsUploadedInBatches() {
        server.answers("POST /api/imports", 422, "{\"detail\":\"It is not below a folder of import.folders.\"}");
        Run run = run(folder);
        assertThat(run.err()).contains("so it is uploaded. It says: It is not below a folder");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("19 stored, 0 there already, 1 refused");
        assertThat(run.err()).contains("Refused: '19.png' is damaged.");
        assertThat(server.requests()).filteredOn("POST /api/images"::equals).hasSize(2);
        assertThat(server.received().toString()).contains("filename=\"00.png\"", "filename=\"19.png\"", "line 7");
    }

    @Test
    void aZipIsSentAndFollowed() throws IOException {
        Path zip = Files.writeString(folder.resolve("pictures.zip"), "as good as a ZIP");
        server.answers("POST /api/imports/zip", 202, SUCCEEDED);
        server.answers("GET /api/jobs/j1/failures", 200, "{\"items\":[]}");
        Run run = run(zip);
        assertThat(run.exitCode()).isZero();
        assertThat(server.received().element().body())
                .contains("name=\"file\"; filename=\"pictures.zip\"", "as good as a ZIP");
    }

    @Test
    void anImportThatFailsSaysWhy() {
        server.answers(
                "POST /api/imports",
                202,
                JOB.formatted("failed", 1, "\"The disk is full.\"", "\"2026-01-01T00:00:00Z\""));
        server.answers("GET /api/jobs/j1/failures", 200, "{\"items\":[]}");
        Run run = run(folder);
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.out()).contains("The disk is full.");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsSent() {
        assertThat(run(folder.resolve("nothing")).err()).contains("There is nothing at");
        Run noServer = Run.loupe("import", folder, "--key", "k", "--data", folder);
        assertThat(noServer.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(noServer.err()).contains("No server is running on " + folder, "--server");
        assertThat(server.requests()).isEmpty();
    }
}
