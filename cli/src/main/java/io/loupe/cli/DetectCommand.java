package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.cli.output.DetectedItem;
import io.loupe.cli.output.DetectedItem.ObjectItem;
import io.loupe.cli.output.DetectedItems;
import io.loupe.cli.output.Json;
import io.loupe.cli.output.ObjectPictures;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds everyday objects in pictures. */
@Command(
        name = "detect",
        sortOptions = false,
        header = "Find objects in pictures: what they are, where, and how sure that is.",
        description = {
            "",
            "A network that knows some kinds of objects ('loupe models show ID' lists them) draws a box around each one it",
            "finds. Its scores run from 0 to 1 and can be compared within one network only. Take what it says as a hint:",
            "docs/detection.md has how often it is right.",
            ""
        },
        footer = {
            "",
            "A picture that cannot be read is named, gets an error in the JSON, and does not stop the others.",
            "",
            "The JSON is one document: {detector, min_score, items: [{file, height, width, objects, milliseconds, error}]},",
            "an object {label, score, box}, a box [x, y, width, height] in pixels from the top left corner of the picture.",
            "",
            "Examples:",
            "  loupe detect --images photos --out found",
            "  loupe detect --images one.jpg --min-score 0.5 --json -"
        })
final class DetectCommand implements Callable<Integer> {
    private static final String BUILT_IN = "coco-mobilenet-v3";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            paramLabel = "FILE|DIR",
            required = true,
            description = "A picture, or a folder of pictures.")
    private @Nullable Path images;

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = BUILT_IN,
            description = "The network that finds objects; 'loupe models list' shows all. Default: ${DEFAULT-VALUE}.")
    private String model = BUILT_IN;

    @Mixin
    private EncoderPlaces places = new EncoderPlaces();

    @Option(
            names = "--min-score",
            paramLabel = "X",
            defaultValue = "0.3",
            description = "Leave out objects with a score below this, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double minScore = 0.3;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The best N objects of a picture at most. Default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write the pictures with their objects marked, as NAME_objects.png.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results as JSON; - for the standard output.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        DetectionLimits limits = new DetectionLimits(minScore, limit);
        Terminal terminal = Terminal.of(spec);
        List<Path> files = PictureFiles.at(images, "--images");
        List<DetectedItem> items = new ArrayList<>();
        try (ObjectDetector detector = ObjectDetectors.with(places.settings()).open(model);
                ProgressBar progress = terminal.progressBar()) {
            Optional<ObjectPictures> pictures = Optional.ofNullable(out)
                    .map(folder -> new ObjectPictures(folder, detector.info().labels()));
            files.stream()
                    .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), Reading::of))
                    .forEach(reading -> {
                        items.add(detect(detector, limits, reading, pictures));
                        progress.report("looking for objects", items.size(), files.size());
                    });
        }
        report(terminal, items);
        return ExitCode.DONE.number();
    }

    private static DetectedItem detect(
            ObjectDetector detector, DetectionLimits limits, Reading reading, Optional<ObjectPictures> pictures) {
        return switch (reading) {
            case Reading.Failure unreadable -> DetectedItem.failed(unreadable.file(), unreadable.reason());
            case Reading.Picture readable -> {
                long start = System.nanoTime();
                List<Detection> detections = detector.detect(readable.image(), limits);
                long nanos = readable.nanos() + System.nanoTime() - start;
                pictures.ifPresent(folder -> folder.add(readable.file(), readable.image(), detections));
                yield DetectedItem.of(readable.file(), readable.image(), detections, nanos);
            }
        };
    }

    private void report(Terminal terminal, List<DetectedItem> items) {
        if (json == null || !json.equals(Path.of("-"))) {
            printTable(terminal.out(), items);
        }
        if (json != null) {
            Json.write(new DetectedItems(model, minScore, items), json, terminal.out());
        }
        if (out != null) {
            terminal.err().println("Pictures: " + out);
        }
        terminal.out().flush();
        terminal.err().flush();
    }

    private static void printTable(PrintWriter out, List<DetectedItem> items) {
        out.printf("%6s  %-16s %6s %6s %6s %6s%n", "score", "object", "x", "y", "width", "height");
        for (DetectedItem item : items) {
            if (item.error() != null) {
                out.println("ERROR " + item.error());
                continue;
            }
            out.println(item.file() + (item.objects().isEmpty() ? ": nothing found" : ""));
            item.objects().forEach(object -> out.println(lineOf(object)));
        }
    }

    private static String lineOf(ObjectItem object) {
        List<Double> box = object.box();
        return String.format(
                Locale.ROOT,
                "%6.2f  %-16s %6.0f %6.0f %6.0f %6.0f",
                object.score(),
                object.label(),
                box.get(0),
                box.get(1),
                box.get(2),
                box.get(3));
    }
}
