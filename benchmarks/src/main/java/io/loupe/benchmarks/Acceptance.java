package io.loupe.benchmarks;

import io.loupe.cli.Evaluator;
import io.loupe.cli.ProgressBar;
import io.loupe.cli.Terminal;
import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.MethodSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The accuracy table: every contender on every labelled category of the test data, with the same defaults everywhere,
 * mean of several seeds. {@code ./loupe test --acceptance} prints what it measured, fails when a bar is missed, and keeps
 * the rows in {@code docs/acceptance.md} when no category and no seed was left out.
 */
public final class Acceptance {
    private static final List<String> CATEGORIES = List.of("transistor", "magnetic_tile", "paper_gray", "paper_yellow");
    private static final int SEEDS = 3;

    private final AcceptanceOptions options;
    private final Path testData;
    private final ProgressBar progress;

    private Acceptance(AcceptanceOptions options, Path testData, ProgressBar progress) {
        this.options = options;
        this.testData = testData;
        this.progress = progress;
    }

    /** The settings of one row of the table. */
    record Contender(String method, String encoder) {
        static final List<Contender> ALL = List.of(
                new Contender("patch-lof", "coco-mobilenet-v3"),
                new Contender("patch-lof", "mobilenet-v2-imagenet"),
                new Contender("patch-lof", "filter-bank"),
                new Contender("patchcore", "coco-mobilenet-v3"),
                new Contender("patchcore", "mobilenet-v2-imagenet"),
                new Contender("patchcore", "squeezenet1.1-imagenet"),
                new Contender("patchcore", "resnet50v2-stage3-imagenet"),
                new Contender("patchcore", "filter-bank"),
                new Contender("padim", "mobilenet-v2-imagenet"),
                new Contender("dino-knn", "mobilenet-v2-imagenet"));
    }

    public static void main(String[] arguments) {
        AcceptanceOptions options = AcceptanceOptions.parse(arguments, CATEGORIES, SEEDS);
        Path testData = Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (!Files.isDirectory(testData.resolve("data/anomaly"))) {
            err.printf(
                    "Skipped: the accuracy table needs labelled categories at %s; set LOUPE_TEST_DATA to the folder that holds data/anomaly and models%n",
                    testData.resolve("data/anomaly"));
            return;
        }
        boolean passed;
        try (ProgressBar progress = new ProgressBar(err, Terminal.isInteractive())) {
            passed = new Acceptance(options, testData, progress).run();
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run() {
        List<Contender> contenders =
                Contender.ALL.stream().filter(options::wants).toList();
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException("There is no such contender; there are %s".formatted(Contender.ALL));
        }
        List<AcceptanceRow> rows = new ArrayList<>();
        for (Contender contender : contenders) {
            for (String category : options.categories()) {
                rows.add(row(contender, category));
                progress.say(rows.getLast().sentence());
            }
        }
        System.out.println(new AcceptanceTable(rows, options.seeds()).markdown());
        if (options.isWhole(CATEGORIES, SEEDS)) {
            AcceptanceRecord.in(options.docs())
                    .with(rows, Contender.ALL, CATEGORIES)
                    .write(SEEDS);
        }
        return rows.stream().allMatch(AcceptanceRow::passes);
    }

    private AcceptanceRow row(Contender contender, String name) {
        Category category = DataSet.at(testData.resolve("data/anomaly")).category(name);
        EncoderSettings encoders = EncoderSettings.defaults().withModelFolders(List.of(testData.resolve("models")));
        List<CategoryResult> results = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            TrainingSettings settings = new TrainingSettings(
                    contender.method(),
                    new PatchEncoderRequest(contender.encoder(), List.of(), InputSize.square(256)),
                    MethodSettings.defaults().withSeed(seed),
                    0.01);
            results.add(new Evaluator(settings, encoders, Optional.empty(), Evaluator.Plots.LEFT_OUT)
                    .evaluate(category, progress));
        }
        return AcceptanceRow.of(contender, name, results);
    }
}
