package io.loupe.cli.output;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.report.ContactSheet.Entry;
import io.loupe.report.SimilaritySheet;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a search to look at: a page, and beside it small copies of the pictures that it shows. */
public final class SimilarFolder {
    private static final float JPEG_QUALITY = 0.9f;

    private final Path folder;
    private final List<Entry> found = new ArrayList<>();

    public SimilarFolder(Path folder) {
        this.folder = folder;
    }

    /** Adds the next picture found, the most similar one first. */
    public void add(String name, Path file, double similarity) {
        String path = "pictures/%05d.jpg".formatted(found.size() + 1);
        write(path, ImageFiles.read(file));
        found.add(new Entry(name, path, similarity));
    }

    /**
     * Writes the page.
     *
     * @param query the picture that was asked for
     * @param how what was searched by what, as a sentence
     * @return the page
     */
    public Path finish(String name, RgbImage query, String how) {
        write("pictures/query.jpg", query);
        Path page = folder.resolve("index.html");
        String made = how + " " + Made.now();
        AtomicFile.writeText(page, SimilaritySheet.render(made, new Entry(name, "pictures/query.jpg", 1), found));
        return page;
    }

    private void write(String path, RgbImage image) {
        AtomicFile.writeBytes(folder.resolve(path), ImageEncoding.jpeg(Thumbnail.of(image), JPEG_QUALITY));
    }
}
