package io.loupe.cli.output;

import io.loupe.images.ImageFiles;
import io.loupe.report.ContactSheet;
import io.loupe.report.HeatScale;
import io.loupe.report.Overlay;
import io.loupe.vision.BatchRanking.Ranked;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A ranked batch to look at: its pictures with their odd places marked, and a page that shows them in order. */
public final class RankedFolder {
    private RankedFolder() {}

    /**
     * Writes the folder.
     *
     * @param files of the batch, in the order of adding
     * @return the page
     */
    public static Path write(Path folder, Path batch, List<Ranked> ranked, List<Path> files) {
        HeatScale scale = scaleOf(ranked);
        List<ContactSheet.Entry> entries = new ArrayList<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            Ranked picture = ranked.get(rank);
            String path = "pictures/%05d.png".formatted(rank + 1);
            RgbImage image = Thumbnail.of(ImageFiles.read(files.get(picture.index())));
            BinaryMask odd = picture.map().above(scale.threshold());
            PngFile.write(folder.resolve(path), Overlay.render(image, picture.map(), odd, scale, List.of()));
            String name = files.get(picture.index()).getFileName().toString();
            entries.add(new ContactSheet.Entry(name, path, picture.score()));
        }
        Path page = folder.resolve("index.html");
        AtomicFile.writeText(page, ContactSheet.render("Oddest first: " + batch, Made.now(), entries));
        return page;
    }

    /** One scale for the batch: what stands out by more than three median deviations is beyond its middle. */
    private static HeatScale scaleOf(List<Ranked> ranked) {
        double[] maxima =
                ranked.stream().mapToDouble(picture -> picture.map().max()).toArray();
        double median = median(maxima);
        double[] deviations = new double[maxima.length];
        for (int i = 0; i < maxima.length; i++) {
            deviations[i] = Math.abs(maxima[i] - median);
        }
        double room = Math.max(3 * median(deviations), 1e-3 * Math.max(1e-3, Math.abs(median)));
        return HeatScale.around(median - room, median + room);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
