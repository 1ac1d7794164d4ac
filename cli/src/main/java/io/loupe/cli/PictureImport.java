package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.ServerRefusedException;
import io.loupe.cli.client.UploadedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An import over HTTP: as a job of the server where it can have the files, else by uploading them in batches. */
final class PictureImport {
    private static final String PHASE = "importing pictures";

    private final ServerClient client;
    private final List<String> tags;
    private final List<Map.Entry<String, String>> fields;
    private final ProgressBar progress;

    PictureImport(ServerClient client, List<String> tags, ProgressBar progress) {
        this.client = client;
        this.tags = List.copyOf(tags);
        this.fields = tags.stream().map(tag -> Map.entry("tags", tag)).toList();
        this.progress = progress;
    }

    Outcome zip(Path file) throws InterruptedException {
        progress.say("Sending %s ...".formatted(file));
        return follow(
                client.upload("/api/imports/zip", UploadedFile.of(String.valueOf(file.getFileName()), file), fields));
    }

    /**
     * Imports a folder and everything below it.
     *
     * @param serverSeesIt whether the path means the same to the server
     */
    Outcome folder(Path folder, boolean serverSeesIt) throws InterruptedException {
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

    private Outcome upload(PictureFolder folder) {
        PictureUpload.Tally tally =
                new PictureUpload(client, "/api/images", fields, progress).send(PHASE, folder.files());
        return new Outcome(
                "%,d stored, %,d there already, %,d refused"
                        .formatted(tally.stored(), tally.duplicate(), tally.refused()),
                tally.stored() + tally.duplicate() == 0 ? ExitCode.UNUSABLE_INPUT : ExitCode.DONE);
    }

    private Outcome follow(JsonNode started) throws InterruptedException {
        ServerJob importing = new ServerJob(client, started);
        JsonNode job = importing.follow(PHASE, progress);
        importing.sayFailures(progress);
        return Outcome.of(job, "import", () -> job.path("message").asText());
    }
}
