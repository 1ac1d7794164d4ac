package io.loupe.cli;

import io.loupe.cli.Nearest.Ranked;
import io.loupe.cli.output.SimilarFolder;
import io.loupe.images.ImageFiles;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches a folder by example. */
@Command(
        name = "similar",
        sortOptions = false,
        header = "Find the pictures of a folder that are most like one picture.",
        description = {
            "",
            "Every picture is compared with the one asked for (cosine similarity of their vectors, 1 = the same); the",
            "nearest are printed as rank, similarity, file. A picture asked for that lies in the folder itself is left",
            "out; copies of it under other names are found.",
            ""
        },
        footer = {
            "",
            "A picture that cannot be read is named, left out, and does not stop the others.",
            "",
            "Examples:",
            "  loupe similar --images photos --query photos/cups/7.jpg",
            "  loupe similar --images photos --query new.jpg --limit 50 --out found"
        })
final class SimilarCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmbeddingOptions options = new EmbeddingOptions();

    @Option(names = "--query", paramLabel = "FILE", required = true, description = "The picture to find others like.")
    private Path query;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many pictures to find. Default: ${DEFAULT-VALUE}.")
    private int limit = 12;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write a page that shows the pictures found.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        RgbImage picture = ImageFiles.read(query);
        PictureFolder pictures = options.pictures().without(query);
        try (ImageEncoder encoder = options.openEncoder();
                ProgressBar progress = terminal.progressBar()) {
            Nearest nearest = new Nearest(encoder.embed(picture), limit);
            int searched = pictures.embed(encoder, progress, nearest::add);
            List<Ranked> found = nearest.ranked();
            print(terminal, pictures, found);
            if (out != null) {
                String how = "%,d pictures compared by %s."
                        .formatted(searched, encoder.info().id());
                terminal.err().println("Page: " + page(out, picture, pictures, found, how));
            }
        }
        return ExitCode.DONE.number();
    }

    private void print(Terminal terminal, PictureFolder pictures, List<Ranked> found) {
        for (int rank = 1; rank <= found.size(); rank++) {
            Ranked picture = found.get(rank - 1);
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%4d  %.3f  %s", rank, picture.similarity(), pictures.nameOf(picture.file())));
        }
        terminal.out().flush();
        if (found.size() < limit) {
            terminal.err().println("These are all: there are no %d other pictures to find.".formatted(limit));
        }
    }

    private Path page(Path folder, RgbImage asked, PictureFolder pictures, List<Ranked> found, String how) {
        SimilarFolder page = new SimilarFolder(folder);
        for (Ranked picture : found) {
            page.add(pictures.nameOf(picture.file()), picture.file(), picture.similarity());
        }
        return page.finish(query.getFileName().toString(), asked, how);
    }
}
