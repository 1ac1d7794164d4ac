package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.onnx.ModelStore;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.server.DataFolder;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine has and how fast it is. */
@Command(
        name = "doctor",
        sortOptions = false,
        header = "Check this machine: Java, encoders, disk, and how many parts a second it judges.")
final class DoctorCommand implements Callable<Integer> {
    private static final int TIMED_PICTURES = 20;
    private static final long LOW_DISK_BYTES = 1L << 30;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EncoderPlaces places = new EncoderPlaces();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        line(out, "Loupe", Version.current());
        line(out, "Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        Runtime machine = Runtime.getRuntime();
        line(
                out,
                "Machine",
                "%s %s, %d cores, at most %,d MB of heap"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                machine.availableProcessors(),
                                machine.maxMemory() >> 20));
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        line(
                out,
                "Vector API",
                vectors ? "on" : "OFF: distances are several times slower; add --add-modules=jdk.incubator.vector");
        disk(out);
        networks(out);
        server(out);
        speed(out);
        out.flush();
        return ExitCode.DONE.number();
    }

    private static void line(PrintWriter out, String what, String finding) {
        out.printf("%-14s %s%n", what, finding);
    }

    private static void disk(PrintWriter out) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long free = Files.getFileStore(temporary).getUsableSpace();
        line(
                out,
                "Disk",
                "%,d MB free in %s%s"
                        .formatted(
                                free >> 20,
                                temporary,
                                free < LOW_DISK_BYTES ? ": LOW, a training keeps its pictures there" : ""));
    }

    private void networks(PrintWriter out) {
        line(out, "Your networks", ModelStore.ofUser().path().toString());
        String defaultId = Encoders.defaultId();
        for (EncoderInfo encoder : Encoders.with(places.settings()).list()) {
            String note = encoder.id().equals(defaultId) ? ", the default" : "";
            line(out, "Encoder", "%s (%s)%s".formatted(encoder.id(), encoder.licence(), note));
        }
        for (ObjectDetectorInfo detector :
                ObjectDetectors.with(places.settings()).list()) {
            line(out, "Detector", "%s (%s)".formatted(detector.id(), detector.licence()));
        }
    }

    private void server(PrintWriter out) {
        DataFolder folder = DataFolder.ofUser();
        String state =
                folder.running().map(server -> "running at " + server.address()).orElse("not running");
        line(out, "Server", "%s, data in %s".formatted(state, folder.path()));
        Settings settings = Settings.read(folder.path(), System.getenv(), Map.of());
        line(out, "Database", settings.database().isPresent() ? "the one of database.url" : "PostgreSQL, run by Loupe");
    }

    /** Learns from a few made parts and judges some more, as a line would. */
    private static void speed(PrintWriter out) {
        String encoder = Encoders.defaultId();
        TrainingSettings settings = new TrainingSettings(
                AnomalyMethods.DEFAULT_ID,
                new PatchEncoderRequest(encoder, List.of(), InputSize.square(256)),
                MethodSettings.defaults(),
                0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int i = 0; i < 10; i++) {
                training.add("part " + i, Samples.good(Product.BRACKET, i));
            }
            try (Detector detector = training.finish(Progress.SILENT)) {
                RgbImage part = Samples.good(Product.BRACKET, 99);
                detector.inspect(part);
                long start = System.nanoTime();
                for (int i = 0; i < TIMED_PICTURES; i++) {
                    detector.inspect(part);
                }
                double perSecond = TIMED_PICTURES / ((System.nanoTime() - start) / 1e9);
                line(
                        out,
                        "Speed",
                        String.format(
                                Locale.ROOT,
                                "%.0f parts/s with %s on %s at 256 px, after decoding",
                                perSecond,
                                AnomalyMethods.DEFAULT_ID,
                                encoder));
            }
        }
    }
}
