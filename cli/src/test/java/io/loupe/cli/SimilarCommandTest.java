package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimilarCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheMostSimilarFirst() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 4);
        Files.copy(images.resolve("002.png"), images.resolve("copy.png"));

        Run run = similar(images, images.resolve("002.png"), "--limit", 2);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().findFirst()).contains("   1  1.000  copy.png");
        assertThat(run.out()).as("itself").doesNotContain("002.png");
    }

    @Test
    void thePictureAskedForMayLieElsewhere() {
        Path images = Parts.good(folder.resolve("images"), 3);
        Path query = Parts.freshGood(folder.resolve("query.png"));

        Run run = similar(images, query, "--limit", 3);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(3);
    }

    @Test
    void itIsLeftOutUnderAnyPathThatLeadsToIt() {
        Path images = Parts.good(folder.resolve("images"), 2);

        Run run = similar(images, images.resolve("../images/001.png"));

        assertThat(run.out()).contains("000.png").doesNotContain("001.png");
    }

    @Test
    void saysThatThereAreNoMoreThanItFound() {
        Path images = Parts.good(folder.resolve("images"), 3);

        Run run = similar(images, images.resolve("000.png"), "--limit", 50);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("These are all: there are no 50 other pictures");
    }

    @Test
    void showsThePage() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 2);
        Files.createDirectories(images.resolve("below"));
        Files.move(images.resolve("001.png"), images.resolve("below/a & b.png"));
        Path out = folder.resolve("found");

        Run run = similar(images, images.resolve("000.png"), "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Page: " + out.resolve("index.html"));
        assertThat(out.resolve("index.html"))
                .content()
                .contains("Similar to 000.png")
                .contains("below/a &amp; b.png")
                .contains("1 pictures compared by filter-bank");
        assertThat(out.resolve("pictures/query.jpg")).isRegularFile();
        assertThat(out.resolve("pictures/00001.jpg")).isRegularFile();
    }

    @Test
    void aPictureThatCannotBeReadIsNamedAndLeftOut() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 2);
        Files.writeString(images.resolve("bad.jpg"), "no picture");

        Run run = similar(images, images.resolve("000.png"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Skipped: ").contains("bad.jpg");
        assertThat(run.out()).contains("001.png").doesNotContain("bad.jpg");
    }

    @Test
    void refusesAPictureAskedForThatCannotBeRead() throws IOException {
        Path images = Parts.good(folder.resolve("images"), 2);
        Path damaged = Files.writeString(folder.resolve("damaged.png"), "no picture");

        Run run = similar(images, damaged);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("damaged.png");
        assertThat(similar(images, folder.resolve("missing.png")).exitCode())
                .isEqualTo(ExitCode.UNUSABLE_INPUT.number());
    }

    @Test
    void refusesAFolderWithNothingToCompareWith() {
        Path images = Parts.good(folder.resolve("images"), 1);

        Run run = similar(images, images.resolve("000.png"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("The only picture in the folder").contains("nothing to compare it with");
    }

    @Test
    void refusesALimitBelowOne() {
        Path images = Parts.good(folder.resolve("images"), 2);

        Run run = similar(images, images.resolve("000.png"), "--limit", 0);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--limit is how many similar pictures to find, at least 1; got 0");
    }

    @Test
    void refusesANetworkThatMakesNoVectors() {
        Path images = Parts.good(folder.resolve("images"), 2);
        Path networks = TestData.require("models");

        Run run = Run.loupe(
                "similar",
                "--images",
                images,
                "--query",
                images.resolve("000.png"),
                "--models-dir",
                networks,
                "--encoder",
                "yolox-nano-coco");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("has no embedding output").contains("Choose another encoder");
    }

    private static Run similar(Path images, Path query, Object... more) {
        Object[] arguments = {"similar", "--images", images, "--query", query, "--encoder", "filter-bank"};
        return Run.loupe(java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray());
    }
}
