package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.output.PngFile;
import io.loupe.vision.image.BinaryMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Run evaluate(Object... more) {
        return Run.loupe(Stream.concat(
                        Stream.of(
                                "evaluate",
                                "--data",
                                folder.resolve("data"),
                                "--size",
                                "128",
                                "--json",
                                folder.resolve("result.json")),
                        Stream.of(more))
                .toArray());
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(folder.resolve("result.json").toFile());
    }

    @Test
    void measuresACategory() {
        String category = Parts.category(folder.resolve("data"));

        Run run = evaluate("--category", category);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode result = json();
        assertThat(result.get("category").asString()).isEqualTo("bracket");
        assertThat(result.get("image_auroc").asDouble()).isBetween(0.5, 1.0);
        assertThat(result.get("pixel_auroc").asDouble()).isBetween(0.5, 1.0);
        assertThat(result.get("train_images").asInt()).isEqualTo(6);
        assertThat(result.get("test_images").asInt()).isEqualTo(9);
        assertThat(List.of(
                        "method",
                        "encoder",
                        "taps",
                        "size",
                        "seed",
                        "aupro",
                        "average_precision",
                        "f1",
                        "iou",
                        "dice",
                        "precision",
                        "recall",
                        "threshold",
                        "promised_false_reject_rate",
                        "measured_false_reject_rate",
                        "train_seconds",
                        "milliseconds_per_image",
                        "peak_memory_mb",
                        "chosen",
                        "per_defect"))
                .allSatisfy(field -> assertThat(result.has(field)).as(field).isTrue());
        assertThat(result.get("per_defect").get("missing_piece").get("images").asInt())
                .isOne();
    }

    @Test
    void summarisesAllCategories() throws IOException {
        Parts.category(folder.resolve("data"));
        Files.createDirectories(folder.resolve("data/no-category"));

        Run run = evaluate("--all");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(json().get("categories")).hasSize(1);
        assertThat(json().get("mean").get("image_auroc").asDouble())
                .isEqualTo(json().get("categories").get(0).get("image_auroc").asDouble());
        assertThat(json().get("deviation").get("image_auroc").isNull()).isTrue();
    }

    @Test
    void writesPlotsAndAReport() {
        String category = Parts.category(folder.resolve("data"));

        Run run = evaluate("--category", category, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        Path results = folder.resolve("out").resolve(category);
        assertThat(results.resolve("missing_piece/000_result.png")).isRegularFile();
        assertThat(results.resolve("missing_piece/000_heatmap.png")).isRegularFile();
        assertThat(results.resolve("evaluation/roc_curve.png")).isRegularFile();
        assertThat(results.resolve("evaluation/score_distribution.png")).isRegularFile();
        assertThat(results.resolve("report.html")).content().contains("missing_piece");
    }

    @Test
    void leavesPlotsOutOfTheReportWhenAsked() {
        String category = Parts.category(folder.resolve("data"));

        Run run = evaluate("--category", category, "--out", folder.resolve("out"), "--no-plots");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Path results = folder.resolve("out").resolve(category);
        assertThat(results.resolve("evaluation")).doesNotExist();
        assertThat(results.resolve("report.html")).isRegularFile();
    }

    @Test
    void countsADefectWithoutAMaskForThePictureMetricsOnly() throws IOException {
        String category = Parts.category(folder.resolve("data"));
        Files.delete(folder.resolve("data/bracket/ground_truth/dent/000_mask.png"));

        Run run = evaluate("--category", category);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("dent").contains("has no mask");
        assertThat(json().get("per_defect").get("dent").get("image_auroc").isNumber())
                .isTrue();
        assertThat(json().get("per_defect").get("dent").get("pixel_auroc").isNull())
                .isTrue();
        assertThat(json().get("skipped")).hasSize(1);
    }

    @Test
    void bringsTheMapToAMaskOfAnotherSize() {
        String category = Parts.category(folder.resolve("data"));
        boolean[] corner = new boolean[64 * 64];
        corner[0] = true;
        PngFile.write(folder.resolve("data/bracket/ground_truth/dent/000_mask.png"), BinaryMask.wrap(64, 64, corner));

        Run run = evaluate("--category", category);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("64 x 64").contains("256 x 256");
        assertThat(json().get("per_defect").get("dent").get("pixel_auroc").isNumber())
                .isTrue();
    }

    @Test
    void readsPlainFoldersOfGoodAndBad() {
        Parts.good(folder.resolve("data/part/good"), 10);
        Parts.defective(folder.resolve("data/part/bad/a.png"));

        Run run = evaluate("--category", "part");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(json().get("train_images").asInt()).isEqualTo(8);
        assertThat(json().get("test_images").asInt()).isEqualTo(3);
        assertThat(json().get("pixel_auroc").isNull()).isTrue();
    }

    @Test
    void namesTheCategoriesThereAreWhenOneIsMissing() {
        Parts.category(folder.resolve("data"));

        Run run = evaluate("--category", "bottle");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("bottle").contains("[bracket]");
    }

    @Test
    void refusesACategoryWithoutTestPictures() {
        Parts.good(folder.resolve("data/part/good"), 3);

        Run run = evaluate("--category", "part");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("no test pictures");
    }
}
