package io.loupe.cli;

import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.cli.output.BlindSpotPage;
import io.loupe.vision.Detector;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.blindspot.BlindSpotSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Learns from good parts and writes a model file. */
@Command(
        name = "train",
        sortOptions = false,
        header = "Learn from pictures of good parts.",
        description = {
            "",
            "Twenty pictures are a good start; a hundred support the promise that at most 1 good part in 100 fails.",
            "Show the parts as the line will show them: same light, same distance, same camera.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  loupe train --good photos/good --out part.loupe",
            "  loupe train --data mvtec --category transistor --encoder mobilenet-v2-imagenet --models-dir models --out"
                    + " transistor.loupe",
            "  loupe train --data mvtec --all --out models/"
        })
final class TrainCommand implements Callable<Integer> {
    private static final int MOST_TRIALS = 10_000;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Either a folder of good pictures, or categories of a data set. */
    static final class Source {
        @Option(names = "--good", paramLabel = "DIR", required = true, description = "A folder of good pictures.")
        private @Nullable Path good;

        @ArgGroup(exclusive = false)
        private @Nullable CategoryOptions categories;
    }

    @Mixin
    private EncoderOptions encoder = new EncoderOptions();

    @Mixin
    private MethodOptions method = new MethodOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            required = true,
            description = "The model file; with --all, a folder that gets NAME.loupe for each category.")
    private Path out;

    @Option(
            names = "--embed-encoder",
            description =
                    "Put the encoder itself into the model, so that it can be used where the encoder is not installed."
                            + " Mind the encoder's licence before passing such a file on.")
    private boolean embedEncoder;

    @Option(
            names = "--blind-spot-trials",
            paramLabel = "N",
            defaultValue = "" + BlindSpotSearch.USUAL_TRIALS,
            description =
                    "Painted defects of each of ten kinds that settle how small a defect may be and still be found;"
                            + " 0 for not looking. Default: ${DEFAULT-VALUE}.")
    private int blindSpotTrials = BlindSpotSearch.USUAL_TRIALS;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Show the blind spots in NAME.html in this folder, after the name of the model.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        if (blindSpotTrials < 0 || blindSpotTrials > MOST_TRIALS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--blind-spot-trials must be 0 to %d, got %d".formatted(MOST_TRIALS, blindSpotTrials));
        }
        if (report != null && blindSpotTrials == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--report shows blind spots and needs --blind-spot-trials above 0");
        }
        Terminal terminal = Terminal.of(spec);
        TrainingSettings settings = method.trainingSettings(encoder.request());
        if (source.good != null) {
            train(terminal, settings, goodPictures(source.good), out);
        } else if (source.categories != null) {
            for (Category category : source.categories.categories()) {
                Path file = source.categories.isAll() ? out.resolve(category.name() + ".loupe") : out;
                train(terminal, settings, category.good(), file);
            }
        }
        return ExitCode.DONE.number();
    }

    private static List<Path> goodPictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. --good names a folder of good pictures.".formatted(folder));
        }
        return DataSet.goodPictures(folder);
    }

    private void train(Terminal terminal, TrainingSettings settings, List<Path> good, Path file) {
        try (ProgressBar progress = terminal.progressBar()) {
            GoodParts.Learned learned = GoodParts.learn(good, settings, encoder.settings(), blindSpotTrials, progress);
            try (Detector detector = learned.detector()) {
                if (embedEncoder) {
                    detector.saveWithEncoder(file);
                } else {
                    detector.save(file);
                }
                progress.endLine();
                terminal.out().println(summaryOf(learned, file));
                if (!detector.remark().isEmpty()) {
                    terminal.out().println(detector.remark());
                }
                BlindSpotText.of(detector).lines().forEach(terminal.out()::println);
                if (report != null) {
                    terminal.err().println("Report: " + BlindSpotPage.write(report, file, detector));
                }
            }
        }
    }

    private static String summaryOf(GoodParts.Learned learned, Path file) {
        Detector detector = learned.detector();
        return "%s%s: %s%n%s"
                .formatted(
                        LearnedText.from(
                                detector.goodPictures().size(),
                                detector.heldOutScores().groups().count(),
                                learned.time()),
                        learned.skipped().isEmpty()
                                ? ""
                                : " (%d could not be read)"
                                        .formatted(learned.skipped().size()),
                        file,
                        Promises.sentenceOf(detector.threshold()));
    }
}
