package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class InspectJobTest {
    private final TrainedProject project = new TrainedProject();

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private JsonNode finished(Answer started) {
        assertThat(started.status()).as(started.raw().body()).isEqualTo(202);
        String job = "/api/jobs/" + started.text("job_id");
        project.api.get(job + "/events"); // ends with the job
        return project.api.get(job).body();
    }

    private List<String> history(JsonNode job) {
        return project.get("/history?job_id=" + job.path("job_id").asString())
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("filename").asString() + " "
                        + item.path("verdict").asString())
                .toList();
    }

    @Test
    void aZipIsInspectedInTheOrderOfItsNames() throws IOException {
        byte[] zip = zip(Map.of(
                "a/good.png", Parts.goodPng(40),
                "b/bad.png", Parts.scratchedPng(41),
                "c.txt", "no picture".getBytes(StandardCharsets.UTF_8),
                "d.png", Parts.goodPng(42)));
        JsonNode job =
                finished(project.api.post(project.path + "/inspect/zip", new Form().file("file", "parts.zip", zip)));
        assertThat(job.path("type").asString()).isEqualTo("inspect");
        assertThat(project.path).endsWith(job.path("project_id").asString("none"));
        assertThat(job.path("state").asString()).isEqualTo("succeeded");
        assertThat(job.path("done").asLong()).isEqualTo(4);
        assertThat(job.path("items_failed").asLong()).isEqualTo(1);
        assertThat(job.path("message").asString()).isEqualTo("2 PASS, 0 WARN, 1 FAIL, 1 not inspected");
        assertThat(history(job)).containsExactly("d.png PASS", "b/bad.png FAIL", "a/good.png PASS");
        assertThat(project.get("/history/verify").body().path("valid").asBoolean())
                .isTrue();
    }

    @Test
    void aFolderOfTheServerIsInspected() throws IOException {
        Path folder = Files.createDirectory(
                TestServer.pictures().resolve(UUID.randomUUID().toString()));
        Files.write(folder.resolve("one.png"), Parts.scratchedPng(43));
        JsonNode job =
                finished(project.api.post(project.path + "/inspect/folder", Map.of("folder", folder.toString())));
        assertThat(history(job)).containsExactly("one.png FAIL");
        assertThat(project.api
                        .post(project.path + "/inspect/folder", Map.of("folder", "/etc"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatCannotBeginIsSaidAtOnce() {
        Form noZip = new Form().file("file", "parts.zip", Parts.goodPng(1));
        assertThat(project.api.post(project.path + "/inspect/zip", noZip).status())
                .isEqualTo(422);
        assertThat(Api.ofNewTenant().post(project.path + "/inspect/zip", noZip).status())
                .isEqualTo(404);
        String untrained = "/api/projects/"
                + project.api.post("/api/projects", Map.of("name", "untrained")).text("project_id");
        assertThat(project.api.post(untrained + "/inspect/zip", noZip).status()).isEqualTo(409);
    }
}
