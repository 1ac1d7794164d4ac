package io.loupe.cli;

import io.loupe.cli.output.EmbeddingFile;
import io.loupe.vision.encoder.ImageEncoder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns pictures into vectors for other programs. */
@Command(
        name = "embed",
        sortOptions = false,
        header = "Turn every picture of a folder into a vector, for other programs to search, group or learn from.",
        description = {
            "",
            "Pictures of the same kind get vectors that point the same way (compare them by cosine similarity). Which",
            "file a vector belongs to is its path inside the folder.",
            "",
            "  NAME.jsonl   one line for each picture: {\"file\": \"cups/7.jpg\", \"embedding\": [0.12, ...]}",
            "  NAME.npy     a NumPy array, float32 [pictures, dimension]; beside it NAME.txt with one file a line, in",
            "               the order of the rows",
            ""
        },
        footer = {
            "",
            "A picture that cannot be read is named, left out, and does not stop the others.",
            "",
            "Examples:",
            "  loupe embed --images photos --out photos.jsonl",
            "  loupe embed --images photos --out photos.npy --encoder filter-bank"
        })
final class EmbedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmbeddingOptions options = new EmbeddingOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write; its name ends in .npy or .jsonl, which says how.")
    private Path out;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        PictureFolder pictures = options.pictures();
        try (EmbeddingFile file = EmbeddingFile.at(out);
                ImageEncoder encoder = options.openEncoder();
                ProgressBar progress = terminal.progressBar()) {
            int count = pictures.embed(
                    encoder, progress, (picture, embedding) -> file.add(pictures.nameOf(picture), embedding));
            file.finish();
            terminal.out()
                    .println("%s: %,d pictures, %d values each (%s)"
                            .formatted(
                                    out,
                                    count,
                                    encoder.dimension(),
                                    encoder.info().id()));
            terminal.out().flush();
        }
        return ExitCode.DONE.number();
    }
}
