package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.onnx.ModelStore;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.Tap;
import java.io.PrintWriter;
import java.util.stream.Gatherers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The encoders and object detectors there are, and your own folder of networks. */
@Command(
        name = "models",
        subcommands = {ImportCommand.class, NodesCommand.class},
        sortOptions = false,
        header = "List, show, import and remove networks.",
        description = {
            "",
            "A network is a folder with model.json and model.onnx. Imported ones are copied to a folder of your own",
            "(LOUPE_MODELS_DIR names another place) after their checksum and one run were found good.",
        })
final class ModelsCommand implements Runnable {
    private static final int LABELS_PER_LINE = 8;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", header = "List every encoder that --encoder accepts, and every detector for 'detect'.")
    int list(@Mixin EncoderPlaces places) {
        PrintWriter out = spec.commandLine().getOut();
        for (ListedModel model : ListedModel.all(places.settings())) {
            out.printf("%-32s %-18s %-20s %s%n", model.id(), model.roles(), model.offer(), model.licence());
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    @Command(name = "show", header = "Show what a network offers: taps of an encoder, labels of a detector.")
    int show(@Parameters(paramLabel = "ID", description = "The network.") String id, @Mixin EncoderPlaces places) {
        ListedModel model = ListedModel.find(id, places.settings());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s, %s%n  licence      %s%n", id, model.roles(), model.licence());
        out.printf("  fingerprint  %s%n", model.fingerprint());
        model.encoder().ifPresent(encoder -> showTaps(encoder, out));
        model.detector().ifPresent(detector -> showLabels(detector, out));
        out.flush();
        return ExitCode.DONE.number();
    }

    private static void showTaps(EncoderInfo encoder, PrintWriter out) {
        out.println("  taps");
        for (Tap tap : encoder.taps()) {
            out.printf(
                    "    %-20s stride %2d, %4d channels%s%n",
                    tap.name(),
                    tap.stride(),
                    tap.channels(),
                    encoder.defaultTaps().contains(tap.name()) ? "  (default)" : "");
        }
    }

    private static void showLabels(ObjectDetectorInfo detector, PrintWriter out) {
        out.println("  labels");
        detector.labels().stream()
                .gather(Gatherers.windowFixed(LABELS_PER_LINE))
                .forEach(labels -> out.println("    " + String.join(", ", labels)));
    }

    @Command(name = "remove", header = "Delete a network from your own folder.")
    int remove(@Parameters(paramLabel = "ID", description = "The network.") String id) {
        ModelStore store = ModelStore.ofUser();
        store.remove(id);
        spec.commandLine().getOut().printf("%s was removed from %s%n", id, store.path());
        return ExitCode.DONE.number();
    }
}
