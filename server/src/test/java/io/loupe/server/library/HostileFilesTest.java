package io.loupe.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageFiles;
import io.loupe.images.ImageLimits;
import io.loupe.images.UnreadableImageException;
import io.loupe.server.Api;
import io.loupe.server.Form;
import io.loupe.testkit.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files made to hurt: each is stored or refused by name, never more, and the server goes on. */
final class HostileFilesTest {
    private static final ImageLimits OF_THE_SERVER = new ImageLimits(4 << 20, 100_000_000, 32_768);
    private static final int AT_A_TIME = 50;

    private final Api operator = Api.ofNewTenant();

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches(".*\\.(md|tsv)"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean canBeRead(Path file) throws IOException {
        try {
            ImageFiles.read(file.toString(), Files.readAllBytes(file), OF_THE_SERVER);
            return true;
        } catch (UnreadableImageException _) {
            return false;
        }
    }

    @Test
    void eachIsStoredExactlyIfItCanBeRead() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("jpeg_broken", "made_here", "heif_avif", "tiff_crash")) {
            files.addAll(files(TestData.require("data/hostile/" + folder)));
        }
        for (int from = 0; from < files.size(); from += AT_A_TIME) {
            List<Path> some = files.subList(from, Math.min(files.size(), from + AT_A_TIME));
            Form form = new Form();
            for (Path file : some) {
                form.file("files", file.getFileName().toString(), Files.readAllBytes(file));
            }
            JsonNode items = operator.post("/api/images", form).body().path("items");
            for (int i = 0; i < some.size(); i++) {
                String status = items.path(i).path("status").asString();
                if (canBeRead(some.get(i))) {
                    assertThat(status).as(some.get(i).toString()).isIn("stored", "duplicate");
                } else {
                    assertThat(status).as(some.get(i).toString()).isEqualTo("refused");
                    assertThat(items.path(i).path("error").path("detail").asString())
                            .contains(some.get(i).getFileName().toString());
                    assertThat(items.path(i).path("error").path("code").asString())
                            .isNotEqualTo("fault");
                }
            }
        }
        assertThat(operator.get("/api/library").status()).isEqualTo(200);
    }
}
