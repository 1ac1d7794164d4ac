package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.dataset.UnusableDataSetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of parts on their way into a project.
 *
 * @param label what they show, as fields of the form that brings them
 */
record ProjectUpload(List<Path> pictures, List<Map.Entry<String, String>> label) {
    /**
     * The pictures in folders.
     *
     * @param defectType of the defects that they show; null if they are good
     * @throws UnusableDataSetException if one is no folder, or there is no picture in it
     */
    static ProjectUpload of(List<Path> folders, @Nullable String defectType) {
        return new ProjectUpload(
                folders.stream().flatMap(folder -> picturesIn(folder).stream()).toList(),
                defectType == null
                        ? List.of(Map.entry("label", "good"))
                        : List.of(Map.entry("label", "defect"), Map.entry("defect_type", defectType)));
    }

    private static List<Path> picturesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. Name folders of pictures after the name of the project.".formatted(folder));
        }
        return DataSet.pictures(folder, "parts");
    }

    /** Uploads them, and says what the project has then; a failure only if it took none of them. */
    ExitCode into(ServerProject project, ServerClient client, Terminal terminal) {
        try (ProgressBar progress = terminal.progressBar()) {
            PictureUpload.Tally tally = new PictureUpload(client, project.path("images"), label, progress)
                    .send("uploading pictures", pictures);
            progress.endLine();
            JsonNode facts = project.facts();
            terminal.out()
                    .println("The project '%s' has %,d good pictures and %,d defects%s."
                            .formatted(
                                    facts.path("name").asText(),
                                    facts.path("good_images").asLong(),
                                    facts.path("defect_images").asLong(),
                                    tally.refused() == 0 ? "" : "; %,d refused".formatted(tally.refused())));
            terminal.out().flush();
            boolean allRefused = !pictures.isEmpty() && tally.refused() == pictures.size();
            return allRefused ? ExitCode.UNUSABLE_INPUT : ExitCode.DONE;
        }
    }
}
