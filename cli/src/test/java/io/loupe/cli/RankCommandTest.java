package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RankCommandTest {
    @TempDir
    private Path folder;

    @Test
    void putsTheOddOneFirstAndShowsThePage() throws IOException {
        Path batch = Parts.good(folder.resolve("batch"), 5);
        Parts.defective(batch.resolve("odd.png"));
        Files.writeString(batch.resolve("damaged.png"), "no picture");
        Path json = folder.resolve("ranked.json");
        Path out = folder.resolve("out");

        Run run = Run.loupe("rank", "--images", batch, "--size", "64", "--json", json, "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("odd.png"));
        JsonNode ranked = JsonMapper.shared().readTree(json.toFile());
        assertThat(ranked.get("items")).hasSize(6);
        assertThat(ranked.get("items").get(0).get("file").asString()).endsWith("odd.png");
        assertThat(ranked.get("skipped").get(0).asString()).contains("damaged.png");
        assertThat(out.resolve("index.html")).content().contains("odd.png");
        assertThat(out.resolve("pictures/00001.png")).isRegularFile();
    }

    @Test
    void refusesABatchThatIsTooSmallToCompare() {
        Path batch = Parts.good(folder.resolve("two"), 2);

        Run run = Run.loupe("rank", "--images", batch, "--size", "64");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("at least 3").contains("holds 2");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() {
        Path file = Parts.freshGood(folder.resolve("a.png"));

        Run run = Run.loupe("rank", "--images", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("is not a folder");
    }
}
