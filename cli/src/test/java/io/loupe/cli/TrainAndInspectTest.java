package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TrainAndInspectTest {
    private static final String SMALL = "128";

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void trainOnce() {
        model = folder.resolve("bracket.loupe");
        Path good = Parts.good(folder.resolve("good"), 10);
        Run run = Run.loupe(
                "train",
                "--good",
                good,
                "--size",
                SMALL,
                "--out",
                model,
                "--blind-spot-trials",
                "2",
                "--report",
                folder.resolve("blind"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Learned from 10 good pictures").contains("Promised: at most 1 %");
        assertThat(run.out()).contains("Painted defects").contains("Easiest first:");
        assertThat(folder.resolve("blind/bracket.html")).content().contains("bracket_blind_spots.png");
        assertThat(folder.resolve("blind/bracket_blind_spots.png")).isRegularFile();
    }

    private static JsonNode inspect(Object... more) {
        Path json = folder.resolve("inspection.json");
        Object[] arguments = Stream.concat(
                        Stream.of("inspect", "--model", model, "--no-save", "--json", json), Stream.of(more))
                .toArray();
        Run run = Run.loupe(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(json.toFile()).get("items");
    }

    /** Pixels of all regions; the picture is of twice the map's size, so that nothing is rounded. */
    private static int areaOf(JsonNode item) {
        int area = 0;
        for (JsonNode region : item.get("regions")) {
            area += region.get("area").asInt();
        }
        return area;
    }

    @Nested
    class Inspecting {
        @Test
        void passesAFreshGoodPart() {
            JsonNode item = inspect("--image", Parts.freshGood(folder.resolve("fresh.png")))
                    .get(0);

            assertThat(item.get("verdict").asString()).isNotEqualTo("FAIL");
            assertThat(item.get("error").isNull()).isTrue();
            assertThat(item.get("milliseconds").asDouble()).isPositive();
        }

        @Test
        void failsADefectivePartAndShowsWhereAndWhy() {
            JsonNode item = inspect("--image", Parts.defective(folder.resolve("broken.png")))
                    .get(0);

            assertThat(item.get("verdict").asString()).isEqualTo("FAIL");
            assertThat(item.get("score").asDouble())
                    .isGreaterThan(item.get("threshold").asDouble());
            JsonNode region = item.get("regions").get(0);
            assertThat(region.get("box")).hasSize(4);
            assertThat(region.get("area").asInt()).isPositive();
            assertThat(item.get("anomalous_share").asDouble())
                    .isGreaterThanOrEqualTo(region.get("area_share").asDouble());
            assertThat(region.get("nearest").get(0).get("image").asString()).endsWith(".png");
        }

        @Test
        void judgesByAThresholdGivenByHand() {
            JsonNode item = inspect("--image", Parts.defective(folder.resolve("broken.png")), "--threshold", "1e9")
                    .get(0);

            assertThat(item.get("verdict").asString()).isEqualTo("WARN");
            assertThat(item.get("threshold").asDouble()).isEqualTo(1e9);
        }

        @Test
        void namesAPictureItCannotReadAndGoesOn() throws IOException {
            Path mixed = Files.createDirectories(folder.resolve("mixed"));
            Parts.freshGood(mixed.resolve("a.png"));
            Files.writeString(mixed.resolve("b.png"), "no picture at all");

            JsonNode items = inspect("--image", mixed);

            assertThat(items.get(0).get("error").isNull()).isTrue();
            assertThat(items.get(1).get("error").asString()).contains("b.png");
            assertThat(items.get(1).get("verdict").isNull()).isTrue();
        }

        @Test
        void leavesResultPicturesAndAReport() {
            Path out = folder.resolve("results");
            Path picture = Parts.defective(folder.resolve("broken.png"));

            Run run = Run.loupe("inspect", "--model", model, "--image", picture, "--out", out);

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("FAIL");
            assertThat(out.resolve("broken_result.png")).isRegularFile();
            assertThat(out.resolve("broken_heatmap.png")).isRegularFile();
            assertThat(ImageFiles.readMask(out.resolve("broken_mask.png")).area())
                    .isEqualTo(areaOf(inspect("--image", picture).get(0)));
            assertThat(out.resolve("evaluation/held_out_scores.png")).isRegularFile();
            assertThat(out.resolve("report.html"))
                    .content()
                    .contains("broken.png", "held_out_scores.png", "10 good pictures support", "extrapolated")
                    .contains("FAIL");
        }

        @Test
        void refusesAFileThatIsNoModel() throws IOException {
            Path noModel = Files.writeString(folder.resolve("no.loupe"), "hello");

            Run run = Run.loupe("inspect", "--model", noModel, "--image", folder.resolve("good"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
            assertThat(run.err()).contains("no.loupe");
        }

        @Test
        void saysThatThereIsNothingToInspect() throws IOException {
            Path empty = Files.createDirectories(folder.resolve("empty"));

            Run run = Run.loupe("inspect", "--model", model, "--image", empty);

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
            assertThat(run.err()).contains("no picture in the folder").contains("empty");
        }
    }

    @Nested
    class Training {
        @Test
        void skipsAndCountsWhatItCannotRead() throws IOException {
            Path good = Parts.good(folder.resolve("with-damage"), 4);
            Files.write(good.resolve("damaged.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});

            Run run = Run.loupe(
                    "train",
                    "--good",
                    good,
                    "--size",
                    SMALL,
                    "--blind-spot-trials",
                    "0",
                    "--out",
                    folder.resolve("skipped.loupe"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("Skipped:").contains("damaged.png");
            assertThat(run.out()).contains("Learned from 4 good pictures").contains("1 could not be read");
        }

        @Test
        void countsPicturesOfOnePartOnce() throws IOException {
            Path good = Parts.good(folder.resolve("with-copy"), 8);
            Path first = good.resolve("000.png");
            Files.copy(first, good.resolve("again.png"));

            Run run = Run.loupe("train", "--good", good, "--size", SMALL, "--out", folder.resolve("copy.loupe"));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("Learned from 9 good pictures of 8 parts")
                    .contains("8 held-out pictures support");
        }

        @Test
        void refusesAnEmptyFolder() throws IOException {
            Path empty = Files.createDirectories(folder.resolve("nothing"));

            Run run = Run.loupe("train", "--good", empty, "--out", folder.resolve("empty.loupe"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
            assertThat(run.err()).contains("There is no picture in").contains("nothing");
        }

        @Test
        void refusesOnePictureAlone() {
            Path one = Parts.good(folder.resolve("one"), 1);
            Path out = folder.resolve("one.loupe");

            Run run = Run.loupe("train", "--good", one, "--size", SMALL, "--out", out);

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
            assertThat(run.err()).contains("at least 2 good pictures").contains("there is 1");
            assertThat(out).doesNotExist();
        }

        @Test
        void namesTheEncodersThereAreWhenOneIsMissing() {
            Run run = Run.loupe(
                    "train",
                    "--good",
                    folder.resolve("good"),
                    "--encoder",
                    "resnet-of-dreams",
                    "--out",
                    folder.resolve("x"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
            assertThat(run.err())
                    .contains("resnet-of-dreams")
                    .contains("filter-bank")
                    .contains("--models-dir");
        }

        @Test
        void writesNothingWhenTheModelCannotBeWritten() throws IOException {
            Path inTheWay = Files.writeString(folder.resolve("a-file"), "mine");

            Run run = Run.loupe(
                    "train",
                    "--good",
                    folder.resolve("good"),
                    "--size",
                    SMALL,
                    "--blind-spot-trials",
                    "0",
                    "--out",
                    inTheWay.resolve("part.loupe"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_WRITTEN.number());
            assertThat(run.err()).contains("Could not write").contains("part.loupe");
            assertThat(inTheWay).hasContent("mine");
        }

        @ParameterizedTest
        @ValueSource(strings = {"patch-lof", "patchcore", "padim", "dino-knn"})
        void looksForBlindSpotsByEveryMethod(String method) {
            Run run = Run.loupe(
                    "train",
                    "--good",
                    folder.resolve("good"),
                    "--method",
                    method,
                    "--encoder",
                    "filter-bank",
                    "--size",
                    "64",
                    "--blind-spot-trials",
                    "2",
                    "--out",
                    folder.resolve(method + ".loupe"));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("Easiest first:");
        }

        @Test
        void refusesAReportOfBlindSpotsThatNobodyLookedFor() {
            Run run =
                    Run.loupe("train", "--good", folder, "--out", "x", "--report", folder, "--blind-spot-trials", "0");

            assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
            assertThat(run.err()).contains("--report").contains("--blind-spot-trials");
        }

        @Test
        void saysWhichOptionIsWrong() {
            Run run = Run.loupe("train", "--good", folder, "--size", "big", "--out", folder.resolve("x"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
            assertThat(run.err()).contains("--size").contains("big");
        }
    }

    @Test
    void explainsItselfAndItsExitCodes() {
        Run run = Run.loupe("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(List.of("train", "inspect", "evaluate", "rank", "models", "doctor", "demo"))
                .allSatisfy(command -> assertThat(run.out()).contains(command));
        assertThat(run.out()).contains("Exit codes").contains("a FAIL is an answer, not an error");
    }
}
