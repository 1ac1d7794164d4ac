package io.loupe.cli;

import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.cli.output.Json;
import io.loupe.cli.output.RankedFolder;
import io.loupe.images.ImageFiles;
import io.loupe.vision.BatchRanking;
import io.loupe.vision.BatchRanking.Ranked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders a batch that nobody has sorted. */
@Command(
        name = "rank",
        sortOptions = false,
        header = "Order pictures by how odd each is among the others; no good parts needed.",
        description = {
            "",
            "Every picture is compared with all others of the batch, patch by patch (MuSc). Good for a first look at",
            "unsorted pictures, and for finding the bad ones that slipped in among the good. Scores can be compared",
            "within one batch only.",
            ""
        },
        footer = {"", "Example:", "  loupe rank --images photos/unsorted --out ranked"})
final class RankCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--images", paramLabel = "DIR", required = true, description = "The pictures of the batch.")
    private Path images;

    @Mixin
    private EncoderOptions encoder = new EncoderOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write the pictures with their odd places marked, and a page that shows them in order.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results as JSON; - for the standard output.")
    private @Nullable Path json;

    /** The JSON of {@code loupe rank}, oddest first. */
    record RankedItems(List<RankedItem> items, List<String> skipped) {
        RankedItems {
            items = List.copyOf(items);
            skipped = List.copyOf(skipped);
        }
    }

    /** One picture of the batch. */
    record RankedItem(String file, double score) {}

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        if (!Files.isDirectory(images)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. --images names a folder of pictures.".formatted(images));
        }
        List<Path> files = ImageFiles.list(images);
        List<Path> read = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        try (BatchRanking batch = BatchRanking.start(encoder.request(), encoder.settings());
                ProgressBar progress = terminal.progressBar()) {
            files.stream()
                    .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), Reading::of))
                    .forEach(reading -> {
                        switch (reading) {
                            case Reading.Picture readable -> {
                                batch.add(readable.file().toString(), readable.image());
                                read.add(readable.file());
                            }
                            case Reading.Failure unreadable -> {
                                skipped.add(unreadable.reason());
                                progress.say("Skipped: " + unreadable.reason());
                            }
                        }
                        progress.report("reading pictures", read.size() + skipped.size(), files.size());
                    });
            if (read.size() < BatchRanking.MIN_PICTURES) {
                throw new UnusableDataSetException(
                        "Ranking compares pictures with each other and needs at least %d; %s holds %d that can be read."
                                .formatted(BatchRanking.MIN_PICTURES, images, read.size()));
            }
            List<Ranked> ranked = batch.rank(progress);
            progress.endLine();
            report(terminal, ranked, skipped);
            if (out != null) {
                terminal.err().println("Page: " + RankedFolder.write(out, images, ranked, read));
            }
        }
        return ExitCode.DONE.number();
    }

    private void report(Terminal terminal, List<Ranked> ranked, List<String> skipped) {
        if (json == null || !json.equals(Path.of("-"))) {
            ranked.forEach(picture ->
                    terminal.out().println(String.format(Locale.ROOT, "%10.4f  %s", picture.score(), picture.name())));
        }
        if (json != null) {
            List<RankedItem> items = ranked.stream()
                    .map(picture -> new RankedItem(picture.name(), picture.score()))
                    .toList();
            Json.write(new RankedItems(items, skipped), json, terminal.out());
        }
        terminal.out().flush();
    }
}
