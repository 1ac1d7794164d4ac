package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.StandInServer;
import io.loupe.cli.client.StandInServer.Answer;
import io.loupe.cli.client.StandInServer.Received;
import io.loupe.images.ImageFiles;
import io.loupe.samples.Product;
import io.loupe.samples.SampleDataSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo makes of a tenant's projects. */
final class DemoProjectTest {
    private static final SampleDataSet PARTS = new SampleDataSet(Product.REGULATOR, 3, 2, 3, 1);
    private static final int KINDS = Product.REGULATOR.defectKinds().size();
    private static final String EMPTY = "{\"items\":[]}";
    private static final String PATH = "/api/projects/7";

    @TempDir
    Path folder;

    @AutoClose
    private final StandInServer server = new StandInServer();

    DemoProjectTest() {
        server.answersAlways("POST " + PATH + "/images", _ -> new Answer(200, EMPTY));
        server.answersAlways("POST " + PATH + "/inspect", _ -> new Answer(200, EMPTY));
        server.answersAlways("POST " + PATH + "/train", _ -> new Answer(202, job("null")));
        server.answersAlways("GET /api/jobs/9", _ -> new Answer(200, job("\"2030-01-01T00:00:00Z\"")));
        server.answersAlways("GET " + PATH + "/history", _ -> new Answer(200, EMPTY));
    }

    private static String job(String end) {
        return "{\"job_id\":9,\"done\":0,\"total\":null,\"finished_at\":%s}".formatted(end);
    }

    private static String project(String name, String version, String training) {
        return "{\"project_id\":7,\"name\":\"%s\",\"active_version\":%s,\"training_job_id\":%s}"
                .formatted(name, version, training);
    }

    private void fillWhereThereIs(String... projects) throws InterruptedException {
        server.answers("GET /api/projects", 200, "{\"items\":[%s]}".formatted(String.join(",", projects)));
        server.answers("POST /api/projects", 201, project(DemoProject.NAME, "null", "null"));
        try (ServerClient client = ServerClient.withKey(server.address(), "key");
                ProgressBar progress = new ProgressBar(new PrintWriter(Writer.nullWriter()), false)) {
            new DemoProject(client, PARTS, folder).fill(progress);
        }
    }

    /** The names of the files that were sent there. */
    private List<String> sentTo(String path) {
        return server.received().stream()
                .filter(asked -> asked.request().equals("POST " + path))
                .map(Received::body)
                .flatMap(body -> body.lines().filter(line -> line.contains("filename=\"")))
                .map(line -> line.replaceFirst(".*filename=\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void learnsFromGoodPartsAndInspectsOthers() throws InterruptedException {
        fillWhereThereIs();
        assertThat(server.requests())
                .containsSubsequence(
                        "POST /api/projects",
                        "POST " + PATH + "/images",
                        "POST " + PATH + "/train",
                        "GET /api/jobs/9",
                        "POST " + PATH + "/inspect");
        assertThat(sentTo(PATH + "/images"))
                .startsWith("good-000.png", "good-001.png", "good-002.png")
                .contains("scratch-000.png")
                .hasSize(3 + KINDS);
        assertThat(sentTo(PATH + "/inspect"))
                .contains("good-000.png", "scratch-001.png")
                .hasSize(1 + KINDS);
    }

    @Test
    void saysWhichPartsAreDefective() throws InterruptedException {
        fillWhereThereIs();
        assertThat(server.received())
                .filteredOn(asked -> asked.body().contains("scratch-000.png"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("name=\"label\"\r\n\r\ndefect\r\n", "name=\"defect_type\"\r\n\r\nscratch\r\n"));
    }

    @Test
    void leavesPartsToDropThatNobodyHasSeen() throws InterruptedException, IOException {
        fillWhereThereIs();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("good-001.png", "scratch-002.png")
                    .hasSize(1 + KINDS);
        }
        assertThat(ImageFiles.read(folder.resolve("scratch-002.png")).height())
                .isEqualTo(PARTS.product().height());
    }

    @Test
    void leavesATenantAloneWhoseProjectsAreOthers() throws InterruptedException {
        fillWhereThereIs(project("nuts", "null", "null"));
        assertThat(server.requests()).containsExactly("GET /api/projects");
    }

    @Test
    void goesOnWithOneThatWasCutOffWhileItWasLearning() throws InterruptedException {
        fillWhereThereIs(project(DemoProject.NAME, "null", "\"9\""));
        assertThat(server.requests())
                .contains("GET /api/jobs/9", "POST " + PATH + "/inspect")
                .doesNotContain("POST /api/projects", "POST " + PATH + "/train");
    }

    @Test
    void doesNothingMoreToOneThatHasItsVerdicts() throws InterruptedException {
        server.answers("GET " + PATH + "/history", 200, "{\"items\":[{}]}");
        fillWhereThereIs(project(DemoProject.NAME, "{\"label\":\"1.0\"}", "null"));
        assertThat(server.requests()).containsExactly("GET /api/projects", "GET " + PATH + "/history");
    }
}
