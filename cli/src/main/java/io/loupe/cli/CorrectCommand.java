package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.images.ImageFiles;
import io.loupe.vision.Detector;
import io.loupe.vision.Inspection;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells a model what one picture shows, and writes the model that knows it. */
@Command(
        name = "correct",
        sortOptions = false,
        header = "Tell a model that a picture is normal, or shows a defect; or take that back.",
        description = {
            "",
            "Nothing is trained again: the new model knows it at once. What was normal in the eyes of a person then passes;",
            "what was marked as a defect then fails, and what looks like it scores higher; nothing scores lower for a defect.",
            "The thresholds follow from the good pictures, so the promise about good parts still holds.",
            ""
        },
        footer = {
            "",
            "A correction goes by the file name of its picture; --undo needs the name, not the file.",
            "",
            "Examples:",
            "  loupe correct --model part.loupe --normal reflection.png --out part2.loupe",
            "  loupe correct --model part.loupe --defect crack.png --box 120,80,40,12 --out part2.loupe",
            "  loupe correct --model part2.loupe --undo crack.png --out part3.loupe"
        })
final class CorrectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "A model that 'loupe train' or 'loupe correct' wrote.")
    private Path model;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** Exactly one of these. */
    static final class What {
        @Option(names = "--normal", paramLabel = "PICTURE", required = true, description = "A picture of a good part.")
        private @Nullable Path normal;

        @ArgGroup(exclusive = false)
        private @Nullable Defect defect;

        @Option(
                names = "--undo",
                paramLabel = "NAME",
                required = true,
                description = "The name of a picture: what was said of it is taken back.")
        private @Nullable String undo;
    }

    /** A picture, and where its defect is. */
    static final class Defect {
        @Option(names = "--defect", paramLabel = "PICTURE", required = true, description = "A picture with a defect.")
        private Path picture;

        @Option(
                names = "--box",
                paramLabel = "X,Y,W,H",
                split = ",",
                description =
                        "Where the defect is, in pixels from the top left corner. Default: what the model finds most anomalous.")
        private int @Nullable [] box;
    }

    @Mixin
    private EncoderPlaces encoders = new EncoderPlaces();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "The corrected model; may be the model itself.")
    private Path out;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        try (Detector detector = Detector.load(model, encoders.settings())) {
            Detector corrected = corrected(terminal, detector);
            corrected.save(out);
            terminal.out().println(summaryOf(corrected));
            terminal.out().flush();
        }
        return ExitCode.DONE.number();
    }

    private Detector corrected(Terminal terminal, Detector detector) {
        if (what.undo != null) {
            return detector.withoutCorrection(Path.of(what.undo).getFileName().toString());
        }
        Path file = what.defect != null ? what.defect.picture : Objects.requireNonNull(what.normal);
        RgbImage image = ImageFiles.read(file);
        String name = file.getFileName().toString();
        Detector corrected =
                what.defect != null ? withDefect(detector, name, image, what.defect) : detector.withNormal(name, image);
        terminal.out().println(changeOf(name, detector.inspect(image), corrected.inspect(image)));
        return corrected;
    }

    private Detector withDefect(Detector detector, String name, RgbImage image, Defect defect) {
        return defect.box == null
                ? detector.withDefect(name, image)
                : detector.withDefect(name, image, boxOf(defect.box));
    }

    private Box boxOf(int[] numbers) {
        if (numbers.length != 4 || numbers[2] < 1 || numbers[3] < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--box needs x,y,width,height in pixels, such as 120,80,40,12; got "
                            + Arrays.toString(numbers).replaceAll("[\\[\\] ]", ""));
        }
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static String changeOf(String name, Inspection before, Inspection after) {
        return String.format(
                Locale.ROOT,
                "%s: %s (%.2f x fail) before, %s (%.2f x fail) now",
                name,
                before.verdict(),
                before.scoreRatio(),
                after.verdict(),
                after.scoreRatio());
    }

    private String summaryOf(Detector corrected) {
        List<String> names = corrected.corrections().stream()
                .map(correction -> correction.kind().name().toLowerCase(Locale.ROOT) + " " + correction.name())
                .toList();
        return "Wrote %s, minor version %d, with %s%n%s"
                .formatted(
                        out,
                        corrected.minorVersion(),
                        names.isEmpty()
                                ? "no corrections."
                                : "%d %s: %s."
                                        .formatted(
                                                names.size(),
                                                names.size() == 1 ? "correction" : "corrections",
                                                String.join(", ", names)),
                        Promises.sentenceOf(corrected.threshold()));
    }
}
