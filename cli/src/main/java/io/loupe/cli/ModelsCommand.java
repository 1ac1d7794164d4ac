package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderPlaces;
import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelStore;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.Tap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The encoders there are, and your own folder of networks. */
@Command(
        name = "models",
        sortOptions = false,
        header = "List, show, import and remove encoders.",
        description = {
            "",
            "A network is a folder with model.json and model.onnx. Imported ones are copied to a folder of your own",
            "(LOUPE_MODELS_DIR names another place) after their checksum and one run were found good.",
        })
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", header = "List every encoder that --encoder accepts.")
    int list(@Mixin EncoderPlaces places) {
        PrintWriter out = spec.commandLine().getOut();
        for (EncoderInfo encoder : Encoders.with(places.settings()).list()) {
            out.printf("%-32s %2d taps  %s%n", encoder.id(), encoder.taps().size(), encoder.licence());
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    @Command(name = "show", header = "Show what an encoder offers.")
    int show(@Parameters(paramLabel = "ID", description = "The encoder.") String id, @Mixin EncoderPlaces places) {
        List<EncoderInfo> encoders = Encoders.with(places.settings()).list();
        EncoderInfo encoder = encoders.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no encoder '%s' here; there are %s."
                        .formatted(id, encoders.stream().map(EncoderInfo::id).toList())));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s%n  licence      %s%n  fingerprint  %s%n  taps%n", id, encoder.licence(), encoder.fingerprint());
        for (Tap tap : encoder.taps()) {
            out.printf(
                    "    %-20s stride %2d, %4d channels%s%n",
                    tap.name(),
                    tap.stride(),
                    tap.channels(),
                    encoder.defaultTaps().contains(tap.name()) ? "  (default)" : "");
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    @Command(name = "import", header = "Check a network and copy it to your own folder.")
    int importFolder(
            @Parameters(paramLabel = "FOLDER", description = "A folder with model.json and model.onnx.") Path folder) {
        ModelStore store = ModelStore.ofUser();
        ModelDescription network = store.importFolder(folder);
        spec.commandLine().getOut().printf("%s is in %s%n", network.id(), store.path());
        return ExitCode.DONE.number();
    }

    @Command(name = "remove", header = "Delete a network from your own folder.")
    int remove(@Parameters(paramLabel = "ID", description = "The network.") String id) {
        ModelStore store = ModelStore.ofUser();
        store.remove(id);
        spec.commandLine().getOut().printf("%s was removed from %s%n", id, store.path());
        return ExitCode.DONE.number();
    }
}
