package io.loupe.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class FolderImportTest {
    private final Api engineer = Api.ofNewTenant();

    private Path folder;

    @BeforeEach
    void fillAFolder() throws IOException {
        folder = Files.createTempDirectory(TestServer.pictures(), "line-");
        write("a.png", TestPictures.png(1));
        write("shift/early/b.png", TestPictures.png(2));
        write("shift/late/c.png", TestPictures.png(3));
        write("shift/notes.txt", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(".cache/hidden.png", TestPictures.png(4));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Answer start(Path what) {
        return engineer.post("/api/imports", Map.of("folder", what.toString(), "tags", List.of("line 7")));
    }

    @Test
    void everythingBelowAFolderIsImportedAndWhatIsNoPictureIsNamed() {
        Imported imported = Imported.of(engineer, start(folder));
        assertThat(imported.state()).isEqualTo("succeeded");
        assertThat(imported.message()).isEqualTo("3 stored, 0 there already, 1 refused");
        assertThat(imported.job().path("done").asInt()).isEqualTo(4);
        assertThat(imported.pictures()).containsExactly("a.png", "b.png", "c.png");
        assertThat(imported.failedItems()).containsExactly("shift/notes.txt");
        assertThat(imported.failures("stage")).containsExactly("reading");
        JsonNode image = engineer.get("/api/images").body().path("items").path(0);
        assertThat(image.path("source").asString()).isEqualTo("batch");
        assertThat(image.path("tags").path(0).asString()).isEqualTo("line 7");
    }

    @Test
    void importingItAgainDoublesNothing() {
        Imported.of(engineer, start(folder));
        Imported again = Imported.of(engineer, start(folder));
        assertThat(again.message()).isEqualTo("0 stored, 3 there already, 1 refused");
        assertThat(again.pictures()).hasSize(3);
    }

    @Test
    void aRetryTakesWhatFailedAndIsGoodNow() throws IOException {
        Imported imported = Imported.of(engineer, start(folder));
        write("shift/notes.txt", TestPictures.png(5));
        Imported retried = imported.retried();
        assertThat(retried.message()).isEqualTo("1 stored, 0 there already, 0 refused");
        assertThat(retried.failedItems()).isEmpty();
        assertThat(retried.pictures()).contains("notes.txt");
    }

    @Test
    void anEmptyFolderIsDoneAtOnce() throws IOException {
        Imported imported = Imported.of(engineer, start(Files.createDirectory(folder.resolve("empty"))));
        assertThat(imported.state()).isEqualTo("succeeded");
        assertThat(imported.message()).isEqualTo("no files in it");
        assertThat(imported.pictures()).isEmpty();
    }

    @Test
    void foldersThatTheSettingsDoNotNameAreRefusedWhetherTheyExistOrNot() {
        for (Path elsewhere : List.of(
                Path.of("/etc"),
                Path.of("/nowhere"),
                Path.of("relative"),
                TestServer.pictures().resolve("../.."))) {
            Answer answer = start(elsewhere);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("detail")).contains("setting import.folders");
        }
        assertThat(start(folder.resolve("missing")).text("detail")).contains("There is no folder");
        assertThat(start(folder.resolve("a.png")).status()).isEqualTo(422);
        assertThat(engineer.post("/api/imports", Map.of()).text("detail")).isEqualTo("folder is missing.");
        assertThat(engineer.post("/api/imports", Map.of("folder", folder + "\0"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void linksDoNotLeadOut(@TempDir Path elsewhere) throws IOException {
        Files.write(elsewhere.resolve("secret.png"), TestPictures.png(6));
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("file.png"), elsewhere.resolve("secret.png"));
        assertThat(Imported.of(engineer, start(folder)).pictures()).containsExactly("a.png", "b.png", "c.png");
        assertThat(start(folder.resolve("folder")).status()).isEqualTo(422);
    }
}
