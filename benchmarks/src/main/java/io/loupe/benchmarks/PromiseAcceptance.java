package io.loupe.benchmarks;

import io.loupe.cli.ProgressBar;
import io.loupe.cli.Terminal;
import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.dataset.LabelledFile;
import io.loupe.images.ImageFiles;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.method.MethodSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether the promise about good parts is kept: trains on the good pictures of every category and counts how many of the
 * good test pictures fail. {@code ./loupe test --promise} prints the table, writes it to {@code docs/promise.md}, and fails
 * where an exact test says that a stated bound does not hold.
 */
public final class PromiseAcceptance {
    private static final List<String> CATEGORIES = List.of("transistor", "magnetic_tile", "paper_gray", "paper_yellow");
    private static final int SEEDS = 3;

    private PromiseAcceptance() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--docs")) {
            throw new IllegalArgumentException("Expected --docs DIR, the folder for promise.md");
        }
        Path categories = Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"))
                .resolve("data/anomaly");
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (!Files.isDirectory(categories)) {
            err.printf(
                    "Skipped: the promise is checked on labelled categories at %s; set LOUPE_TEST_DATA to the folder that holds data/anomaly%n",
                    categories);
            return;
        }
        List<PromiseRow> rows = new ArrayList<>();
        try (ProgressBar progress = new ProgressBar(err, Terminal.isInteractive())) {
            for (String name : CATEGORIES) {
                for (int seed = 1; seed <= SEEDS; seed++) {
                    rows.add(row(DataSet.at(categories).category(name), seed, progress));
                    progress.say(rows.getLast().sentence());
                }
            }
        }
        PromiseTable table = new PromiseTable(rows);
        System.out.println(table.markdown());
        AtomicFile.writeText(Path.of(arguments[1]).resolve("promise.md"), table.markdown());
        System.exit(table.holds() ? 0 : 1);
    }

    private static PromiseRow row(Category category, int seed, ProgressBar progress) {
        TrainingSettings settings = new TrainingSettings(
                "patch-lof",
                new PatchEncoderRequest("coco-mobilenet-v3", List.of(), InputSize.square(256)),
                MethodSettings.defaults().withSeed(seed),
                0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (Path good : category.good()) {
                training.add(good.getFileName().toString(), ImageFiles.read(good));
            }
            try (Detector detector = training.finish(progress)) {
                double[] fresh = category.test().stream()
                        .filter(file -> !file.isDefective())
                        .map(LabelledFile::picture)
                        .mapToDouble(
                                file -> detector.inspect(ImageFiles.read(file)).score())
                        .toArray();
                return PromiseRow.of(category.name(), seed, detector.heldOutScores(), fresh);
            }
        }
    }
}
