package io.loupe.benchmarks;

import io.loupe.benchmarks.RetrievalTable.Row;
import io.loupe.cli.PictureFolder;
import io.loupe.cli.ProgressBar;
import io.loupe.cli.Terminal;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.file.AtomicFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The retrieval table: how well the vectors of each encoder find photographs of the same kind. {@code ./loupe test
 * --retrieval} prints it, writes it to {@code docs/retrieval.md}, and fails when a bar is missed.
 */
public final class RetrievalAcceptance {
    private static final List<String> ENCODERS =
            List.of("coco-mobilenet-v3", "mobilenet-v2-imagenet", "squeezenet1.1-imagenet", "filter-bank");
    private static final String CLUTTER = "BACKGROUND_Google";

    private RetrievalAcceptance() {}

    public static void main(String[] arguments) {
        Path docs = docs(arguments);
        Path testData = Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"));
        Path photographs = testData.resolve("data/natural");
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (!Files.isDirectory(photographs)) {
            err.printf(
                    "Skipped: the retrieval table needs photographs in folders by kind at %s; set LOUPE_TEST_DATA to the folder that holds data/natural and models%n",
                    photographs);
            return;
        }
        Encoders encoders = Encoders.with(
                EncoderSettings.defaults().withThreads(1).withModelFolders(List.of(testData.resolve("models"))));
        PictureFolder pictures = withoutClutter(PictureFolder.at(photographs));
        List<Row> rows = new ArrayList<>();
        try (ProgressBar progress = new ProgressBar(err, Terminal.isInteractive())) {
            for (String id : ENCODERS) {
                rows.add(measure(encoders, id, pictures, progress));
                progress.say(rows.getLast().sentence());
            }
        }
        RetrievalTable table = new RetrievalTable(rows);
        System.out.println(table.markdown());
        AtomicFile.writeText(docs.resolve("retrieval.md"), table.markdown());
        System.exit(table.passes() ? 0 : 1);
    }

    private static Path docs(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--docs")) {
            throw new IllegalArgumentException("Expected --docs DIR, the folder for retrieval.md");
        }
        return Path.of(arguments[1]);
    }

    /** Clutter is of no kind, so there is nothing to find for it. */
    private static PictureFolder withoutClutter(PictureFolder all) {
        return new PictureFolder(
                all.folder(),
                all.files().stream()
                        .filter(file -> !kindOf(file).equals(CLUTTER))
                        .toList());
    }

    private static String kindOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static Row measure(Encoders encoders, String id, PictureFolder pictures, ProgressBar progress) {
        List<ImageEmbedding> embeddings = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        try (ImageEncoder encoder = encoders.openImageEncoder(id)) {
            long start = System.nanoTime();
            int count = pictures.embed(encoder, progress, (file, embedding) -> {
                embeddings.add(embedding);
                kinds.add(kindOf(file));
            });
            double milliseconds = (System.nanoTime() - start) / 1e6 / count;
            return Row.of(id, new LeaveOneOut(embeddings, kinds), milliseconds);
        }
    }
}
