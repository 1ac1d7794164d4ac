package io.loupe.cli;

import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.EncoderSettings.Device;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which features, at which size. */
final class EncoderOptions {
    @Mixin
    private EncoderChoice encoder = new EncoderChoice();

    @Option(
            names = "--taps",
            paramLabel = "TAP",
            split = ",",
            description = "Where in the encoder features are taken, separated by commas; 'loupe models show ID' lists"
                    + " them. Default: the encoder's own choice.")
    private List<String> taps = List.of();

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "" + TrainingSettings.USUAL_SIZE,
            description = "Side of the square, in pixels, that pictures are squeezed to. Default: ${DEFAULT-VALUE}.")
    private int size = TrainingSettings.USUAL_SIZE;

    EncoderSettings settings() {
        return encoder.settings();
    }

    PatchEncoderRequest request() {
        return new PatchEncoderRequest(encoder.id(), taps, InputSize.square(size));
    }

    /** Which encoder, and where it runs. */
    static final class EncoderChoice {
        @Mixin
        private EncoderPlaces places = new EncoderPlaces();

        @Option(
                names = "--encoder",
                paramLabel = "ID",
                description = "What turns pictures into features; 'loupe models list' shows all. Default:"
                        + " coco-mobilenet-v3, the built-in network, or filter-bank where Loupe was built without it.")
        private @Nullable String id;

        String id() {
            return id == null ? Encoders.defaultId() : id;
        }

        EncoderSettings settings() {
            return places.settings();
        }
    }

    /** Where encoders are looked for and run; all that a command needs which opens a trained model. */
    static final class EncoderPlaces {
        @Option(
                names = "--models-dir",
                paramLabel = "DIR",
                description = "A folder of networks, besides your own imported ones.")
        private List<Path> modelFolders = List.of();

        @Option(
                names = "--device",
                paramLabel = "auto|cpu|cuda",
                defaultValue = "auto",
                description = "Where networks run; auto takes CUDA when it works. Default: ${DEFAULT-VALUE}.")
        private Device device = Device.AUTO;

        EncoderSettings settings() {
            return new EncoderSettings(modelFolders, device, 0, 0);
        }
    }
}
