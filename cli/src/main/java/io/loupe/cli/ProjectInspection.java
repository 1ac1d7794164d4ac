package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.output.InspectedItem;
import io.loupe.cli.output.InspectedItem.NearestItem;
import io.loupe.cli.output.InspectedItem.RegionItem;
import io.loupe.vision.threshold.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verdicts of a server's project on pictures of this machine, as a model here would give them. */
final class ProjectInspection {
    private ProjectInspection() {}

    /** One item for each file, in their order. */
    static List<InspectedItem> of(ServerClient client, ServerProject project, List<Path> files, ProgressBar progress) {
        List<Path> readable =
                files.stream().distinct().filter(Files::isReadable).toList();
        Map<Path, InspectedItem> answered = new HashMap<>();
        progress.report("inspecting", 0, readable.size());
        new PictureBatches(client, project.path("inspect"), List.of())
                .send(readable)
                .forEach(answer -> {
                    Path file = readable.get(answered.size());
                    answered.put(file, itemOf(file, answer));
                    progress.report("inspecting", answered.size(), readable.size());
                });
        return files.stream()
                .map(file -> answered.getOrDefault(
                        file, InspectedItem.failed(file, "The file %s cannot be read.".formatted(file))))
                .toList();
    }

    private static InspectedItem itemOf(Path file, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            return InspectedItem.failed(file, error.path("detail").asText());
        }
        return new InspectedItem(
                file.toString(),
                Verdict.valueOf(answer.path("verdict").asText()),
                answer.path("score").asDouble(),
                answer.path("threshold").asDouble(),
                answer.path("score_ratio").asDouble(),
                answer.path("anomalous_share").asDouble(),
                answer.path("regions")
                        .valueStream()
                        .map(ProjectInspection::regionOf)
                        .toList(),
                answer.path("timings").path("total_ms").asDouble(),
                null);
    }

    private static RegionItem regionOf(JsonNode region) {
        return new RegionItem(
                boxOf(region),
                region.path("area").asInt(),
                region.path("area_share").asDouble(),
                region.path("score").asDouble(),
                region.path("nearest")
                        .valueStream()
                        .map(nearest -> new NearestItem(nearest.path("name").asText(), boxOf(nearest)))
                        .toList());
    }

    private static List<Integer> boxOf(JsonNode place) {
        JsonNode box = place.path("box");
        return List.of(
                box.path("x").asInt(),
                box.path("y").asInt(),
                box.path("width").asInt(),
                box.path("height").asInt());
    }
}
