package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.dataset.LabelledFile;
import io.loupe.cli.output.InspectedItem;
import io.loupe.cli.output.InspectedItems;
import io.loupe.cli.output.Json;
import io.loupe.cli.output.ResultFolder;
import io.loupe.vision.Detector;
import io.loupe.vision.Inspection;
import io.loupe.vision.threshold.Calibration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges new pictures with a trained model. */
@Command(
        name = "inspect",
        sortOptions = false,
        header = "Say of new pictures PASS, WARN or FAIL, and show where.",
        footer = {
            "",
            "A picture that cannot be read is named, gets an error in the JSON, and does not stop the others.",
            "",
            "Examples:",
            "  loupe inspect --model part.loupe --image photos/new",
            "  loupe inspect --model part.loupe --image one.jpg --json - --no-save",
            "  loupe inspect --server http://10.0.0.7:8080 --project \"Caps, line 7\" --image photos/new"
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Judge judge;

    /** Either a model here, or the one that judges in a project of a server. */
    static final class Judge {
        @Option(
                names = "--model",
                paramLabel = "FILE",
                required = true,
                description = "A model that 'loupe train' wrote.")
        private @Nullable Path model;

        @ArgGroup(exclusive = false)
        private @Nullable AtServer atServer;
    }

    /** A project, and where it is. */
    static final class AtServer {
        @Option(
                names = "--project",
                paramLabel = "NAME",
                required = true,
                description =
                        "A project of a server, which judges by its active version and keeps pictures and verdicts.")
        private String project = "";

        @ArgGroup(exclusive = false)
        private ServerAccess access = new ServerAccess();
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Either files, or the test pictures of a category. */
    static final class Source {
        @Option(
                names = "--image",
                paramLabel = "FILE|DIR",
                required = true,
                description = "A picture, or a folder of pictures.")
        private @Nullable Path image;

        @ArgGroup(exclusive = false)
        private @Nullable CategoryOptions categories;
    }

    @Mixin
    private EncoderPlaces encoders = new EncoderPlaces();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "FAIL above this score, in place of the model's own threshold.")
    private @Nullable Double failScore;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "loupe-results",
            description = "Where result pictures and report.html go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("loupe-results");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results as JSON; - for the standard output.")
    private @Nullable Path json;

    @Option(names = "--no-save", description = "Write no pictures and no report.")
    private boolean noSave;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        List<LabelledFile> files = files();
        if (judge.atServer != null) {
            requireNothingOfAModel();
            inspect(judge.atServer, files, terminal);
        } else if (judge.model != null) {
            inspect(judge.model, files, terminal);
        }
        return ExitCode.DONE.number();
    }

    private void requireNothingOfAModel() {
        for (String option : List.of("--threshold", "--out", "--no-save", "--models-dir", "--device")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "%s goes with --model. A project judges by its own threshold, and its server keeps what is to be seen; --json writes the results here."
                                .formatted(option));
            }
        }
    }

    private void inspect(AtServer atServer, List<LabelledFile> files, Terminal terminal) {
        try (ServerClient client = atServer.access.connect(new DataOption());
                ProgressBar progress = terminal.progressBar()) {
            ServerProject project = ServerProject.named(client, atServer.project);
            List<Path> pictures = files.stream().map(LabelledFile::picture).toList();
            List<InspectedItem> items = ProjectInspection.of(client, project, pictures, progress);
            progress.endLine();
            report(terminal, items, Optional.empty());
        }
    }

    private void inspect(Path model, List<LabelledFile> files, Terminal terminal) {
        try (Detector loaded = Detector.load(model, encoders.settings());
                ProgressBar progress = terminal.progressBar()) {
            Detector detector = failScore == null
                    ? loaded
                    : loaded.withThreshold(Calibration.failingAbove(failScore, loaded.heldOutScores()));
            Optional<ResultFolder> results = noSave
                    ? Optional.empty()
                    : Optional.of(ResultFolder.create(out, model.getFileName().toString(), detector));
            List<InspectedItem> items = new ArrayList<>();
            files.stream()
                    .map(LabelledFile::picture)
                    .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), Reading::of))
                    .forEach(reading -> {
                        items.add(inspect(detector, files.get(items.size()), reading, results));
                        progress.report("inspecting", items.size(), files.size());
                    });
            progress.endLine();
            report(terminal, items, results);
        }
    }

    private static InspectedItem inspect(
            Detector detector, LabelledFile file, Reading reading, Optional<ResultFolder> results) {
        return switch (reading) {
            case Reading.Failure unreadable -> InspectedItem.failed(unreadable.file(), unreadable.reason());
            case Reading.Picture readable -> {
                Inspection inspection = detector.inspect(readable.image());
                results.ifPresent(folder -> folder.add(file, readable.image(), inspection, Optional.empty()));
                yield InspectedItem.of(readable.file(), inspection, readable.nanos());
            }
        };
    }

    private List<LabelledFile> files() {
        if (source.categories != null) {
            return source.categories.categories().stream()
                    .flatMap(category -> category.test().stream())
                    .toList();
        }
        return PictureFiles.at(source.image, "--image").stream()
                .map(picture -> new LabelledFile(picture, LabelledFile.UNLABELLED, Optional.empty()))
                .toList();
    }

    private void report(Terminal terminal, List<InspectedItem> items, Optional<ResultFolder> results) {
        boolean jsonToOut = json != null && json.equals(Path.of("-"));
        if (!jsonToOut) {
            items.forEach(item -> terminal.out().println(lineOf(item)));
        }
        if (json != null) {
            Json.write(new InspectedItems(items), json, terminal.out());
        }
        results.ifPresent(folder -> terminal.err().println("Report: " + folder.finish()));
        terminal.out().flush();
        terminal.err().flush();
    }

    private static String lineOf(InspectedItem item) {
        if (item.error() != null) {
            return "ERROR            " + item.error();
        }
        return String.format(
                Locale.ROOT,
                "%-5s %6.2f x fail  %s  (%d regions, %.0f ms)",
                item.verdict(),
                item.scoreRatio(),
                item.file(),
                item.regions().size(),
                item.milliseconds());
    }
}
