package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.ServerRefusedException;
import io.loupe.cli.client.UploadedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/** An import over HTTP: as a job of the server where it can have the files, else by uploading them in batches. */
final class PictureImport {
    private static final int FILES_IN_A_BATCH = 16;
    private static final int BATCHES_IN_FLIGHT = 4;
    private static final String PHASE = "importing pictures";

    private final ServerClient client;
    private final List<String> tags;
    private final List<Map.Entry<String, String>> fields;
    private final ProgressBar progress;

    /** What became of it all. */
    record Result(String sentence, ExitCode exitCode) {}

    PictureImport(ServerClient client, List<String> tags, ProgressBar progress) {
        this.client = client;
        this.tags = List.copyOf(tags);
        this.fields = tags.stream().map(tag -> Map.entry("tags", tag)).toList();
        this.progress = progress;
    }

    Result zip(Path file) throws InterruptedException {
        progress.say("Sending %s ...".formatted(file));
        return follow(
                client.upload("/api/imports/zip", UploadedFile.of(String.valueOf(file.getFileName()), file), fields));
    }

    /**
     * Imports a folder and everything below it.
     *
     * @param serverSeesIt whether the path means the same to the server
     */
    Result folder(Path folder, boolean serverSeesIt) throws InterruptedException {
        if (serverSeesIt) {
            try {
                String path = folder.toAbsolutePath().normalize().toString();
                return follow(client.post("/api/imports", Map.of("folder", path, "tags", tags)));
            } catch (ServerRefusedException e) {
                if (e.status() != 403 && e.status() != 422) {
                    throw e;
                }
                progress.say(
                        "The server does not read the folder itself, so it is uploaded. It says: " + e.getMessage());
            }
        }
        return upload(PictureFolder.at(folder));
    }

    private Result upload(PictureFolder folder) {
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of("stored", 0, "duplicate", 0, "refused", 0));
        List<Path> files = folder.files();
        files.stream()
                .gather(Gatherers.windowFixed(FILES_IN_A_BATCH))
                .gather(Gatherers.mapConcurrent(BATCHES_IN_FLIGHT, batch -> send(folder, batch)))
                .forEach(items -> {
                    for (JsonNode item : items) {
                        counts.merge(item.path("status").asText(), 1, Integer::sum);
                        if (!item.path("error").isNull()) {
                            progress.say("Refused: "
                                    + item.path("error").path("detail").asText());
                        }
                    }
                    int done = counts.values().stream().mapToInt(count -> count).sum();
                    progress.report(PHASE, done, files.size());
                });
        int stored = counts.getOrDefault("stored", 0);
        int duplicate = counts.getOrDefault("duplicate", 0);
        int refused = counts.getOrDefault("refused", 0);
        return new Result(
                "%,d stored, %,d there already, %,d refused".formatted(stored, duplicate, refused),
                stored + duplicate == 0 ? ExitCode.UNUSABLE_INPUT : ExitCode.DONE);
    }

    private JsonNode send(PictureFolder folder, List<Path> batch) {
        List<UploadedFile> files = new ArrayList<>();
        for (Path file : batch) {
            files.add(UploadedFile.of(String.valueOf(file.getFileName()), file));
        }
        JsonNode items = client.upload("/api/images", files, fields).path("items");
        if (items.size() != batch.size()) {
            throw new IllegalStateException("The server answered for %d of %d files, beginning with %s"
                    .formatted(items.size(), batch.size(), folder.nameOf(batch.getFirst())));
        }
        return items;
    }

    private Result follow(JsonNode started) throws InterruptedException {
        ServerJob importing = new ServerJob(client, started);
        JsonNode job = importing.follow(PHASE, progress);
        importing.sayFailures(progress);
        String state = job.path("state").asText();
        return switch (state) {
            case "succeeded" -> new Result(job.path("message").asText(), ExitCode.DONE);
            case "failed" -> new Result(job.path("error").asText(), ExitCode.UNUSABLE_INPUT);
            default -> new Result("The import was %s.".formatted(state), ExitCode.NOT_AVAILABLE);
        };
    }
}
