package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EmbedCommandTest {
    private static final int DIMENSION_OF_FILTER_BANK = 168;

    @TempDir
    private Path folder;

    @Test
    void writesALineOfJsonForEachPicture() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 2);
        Parts.freshGood(images.resolve("below/ä b.png"));
        Path out = folder.resolve("new/parts.jsonl");

        Run run = embed(images, out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 pictures, 168 values each (filter-bank)");
        List<JsonNode> lines = Files.readAllLines(out).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines)
                .extracting(line -> line.get("file").asString())
                .containsExactly("000.png", "001.png", "below/ä b.png");
        assertThat(lines).allSatisfy(line -> assertThat(line.get("embedding")).hasSize(DIMENSION_OF_FILTER_BANK));
        assertThat(lines.getFirst().get("embedding"))
                .isNotEqualTo(lines.getLast().get("embedding"));
    }

    @Test
    void writesTheSameNumbersAsAnArrayWithNamesBeside() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 3);

        assertThat(embed(images, folder.resolve("parts.jsonl")).exitCode()).isZero();
        assertThat(embed(images, folder.resolve("parts.npy")).exitCode()).isZero();

        assertThat(folder.resolve("parts.txt")).hasContent("000.png\n001.png\n002.png\n");
        ByteBuffer array = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("parts.npy")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(128);
        for (String line : Files.readAllLines(folder.resolve("parts.jsonl"))) {
            for (JsonNode value : JsonMapper.shared().readTree(line).get("embedding")) {
                assertThat(array.getFloat()).isEqualTo(value.floatValue());
            }
        }
        assertThat(array.remaining()).isZero();
    }

    @Test
    void aPictureThatCannotBeReadIsNamedAndLeftOut() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 2);
        Files.writeString(images.resolve("001b.jpg"), "no picture");
        Path out = folder.resolve("parts.npy");

        Run run = embed(images, out);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Skipped: ").contains("001b.jpg");
        assertThat(folder.resolve("parts.txt")).hasContent("000.png\n001.png\n");
    }

    @Test
    void refusesAnEndingThatSaysNothing() {
        Path images = Parts.good(folder.resolve("images"), 1);

        Run run = embed(images, folder.resolve("parts.csv"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("parts.csv").contains(".npy").contains(".jsonl");
    }

    @Test
    void refusesAFolderWithoutPictures() throws IOException {
        Path empty = folder.resolve("empty");
        Files.createDirectories(empty.resolve("below"));

        Run run = embed(empty, folder.resolve("parts.npy"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("no picture in the folder").contains("nor in those below");
    }

    @Test
    void leavesTheOldFileWhereNoPictureCanBeRead() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.writeString(images.resolve("a.png"), "no picture");
        Path out = Files.writeString(folder.resolve("parts.jsonl"), "old");

        Run run = embed(images, out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("None of the 1 pictures").contains("a.png");
        assertThat(out).hasContent("old");
    }

    private static Run embed(Path images, Path out) {
        return Run.loupe("embed", "--images", images, "--out", out, "--encoder", "filter-bank");
    }
}
