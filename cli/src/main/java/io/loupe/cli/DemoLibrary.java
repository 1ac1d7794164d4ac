package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import io.loupe.images.ImageEncoding;
import io.loupe.samples.SampleLibrary;
import io.loupe.samples.SampleLibrary.Picture;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills the library of a tenant with made pictures, as an upload from outside would. */
final class DemoLibrary {
    static final SampleLibrary USUAL = new SampleLibrary(48, 1);

    private static final float JPEG_QUALITY = 0.92f;

    private final ServerClient server;
    private final SampleLibrary library;

    DemoLibrary(ServerClient server, SampleLibrary library) {
        this.server = server;
        this.library = library;
    }

    /**
     * Brings what is missing: the same pictures have the same bytes, of which the library keeps one. A library that has
     * as many is left alone, so that what was thrown away does not come back with the next start.
     */
    void fill(ProgressBar progress) {
        List<Picture> pictures = library.pictures();
        JsonNode kept = server.get("/api/library");
        if (kept.path("pictures").asLong() + kept.path("trashed").asLong() >= pictures.size()) {
            return;
        }
        AtomicInteger done = new AtomicInteger();
        pictures.parallelStream().forEach(picture -> {
            bring(picture);
            progress.report("making pictures for the demo", done.incrementAndGet(), pictures.size());
        });
    }

    private void bring(Picture picture) {
        RgbImage image = picture.render();
        byte[] bytes =
                picture.name().endsWith(".png") ? ImageEncoding.png(image) : ImageEncoding.jpeg(image, JPEG_QUALITY);
        List<Map.Entry<String, String>> tags =
                picture.tags().stream().map(tag -> Map.entry("tags", tag)).toList();
        server.upload("/api/images", List.of(UploadedFile.of(picture.name(), bytes)), tags);
    }
}
