package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Uploads pictures that a server is to keep, and names those that it refuses. */
final class PictureUpload {
    private final PictureBatches batches;
    private final ProgressBar progress;

    /**
     * What became of the pictures.
     *
     * @param stored new ones
     * @param duplicate ones whose bytes the server had
     */
    record Tally(int stored, int duplicate, int refused) {}

    PictureUpload(ServerClient client, String path, List<Map.Entry<String, String>> fields, ProgressBar progress) {
        this.batches = new PictureBatches(client, path, fields);
        this.progress = progress;
    }

    Tally send(String phase, List<Path> files) {
        Map<String, Integer> counts = new HashMap<>();
        int[] done = {0};
        if (!files.isEmpty()) {
            progress.report(phase, 0, files.size()); // the time begins now, not with the first answer
        }
        batches.send(files).forEach(item -> {
            counts.merge(item.path("status").asText(), 1, Integer::sum);
            if (!item.path("error").isNull()) {
                progress.say("Refused: " + item.path("error").path("detail").asText());
            }
            progress.report(phase, ++done[0], files.size());
        });
        return new Tally(
                counts.getOrDefault("stored", 0),
                counts.getOrDefault("duplicate", 0),
                counts.getOrDefault("refused", 0));
    }
}
