package io.loupe.cli;

import io.loupe.cli.EncoderOptions.EncoderChoice;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEncoder;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which pictures become vectors, and by which encoder. */
final class EmbeddingOptions {
    @Option(
            names = "--images",
            paramLabel = "DIR",
            required = true,
            description = "A folder of pictures; those in the folders below it count too.")
    private Path images;

    @Mixin
    private EncoderChoice encoder = new EncoderChoice();

    PictureFolder pictures() {
        return PictureFolder.at(images);
    }

    /** Each call stays on one core, since as many pictures are embedded at once as there are cores. */
    ImageEncoder openEncoder() {
        return Encoders.with(encoder.settings().withThreads(1)).openImageEncoder(encoder.id());
    }
}
