package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.ServerRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project of a server: a product that is inspected there. */
final class ServerProject {
    private static final String PROJECTS = "/api/projects";

    private final ServerClient client;
    private final String path;

    private ServerProject(ServerClient client, JsonNode project) {
        this.client = client;
        this.path = PROJECTS + "/" + project.path("project_id").asText();
    }

    /** All of the tenant's as the server describes them, the newest first. */
    static List<JsonNode> all(ServerClient client) {
        List<JsonNode> projects = new ArrayList<>();
        client.forEachItem(PROJECTS, projects::add);
        return projects;
    }

    /**
     * The one of this name.
     *
     * @throws ServerRefusedException if there is none
     */
    static ServerProject named(ServerClient client, String name) {
        return all(client).stream()
                .filter(project -> project.path("name").asText().equals(name))
                .map(project -> new ServerProject(client, project))
                .findFirst()
                .orElseThrow(() -> ServerRefusedException.noProject(name));
    }

    /** Makes one without pictures. */
    static ServerProject create(ServerClient client, String name, String description) {
        return new ServerProject(client, client.post(PROJECTS, Map.of("name", name, "description", description)));
    }

    /** As the server describes it now. */
    JsonNode facts() {
        return client.get(path);
    }

    /** The version that came of a training that succeeded. */
    JsonNode madeBy(JsonNode training) {
        List<JsonNode> versions = new ArrayList<>();
        client.forEachItem(path("versions"), versions::add);
        return versions.stream()
                .filter(version -> version.path("job_id").equals(training.path("job_id")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No version came of the training " + training));
    }

    /** The side of a typical good picture in pixels, as if it were square. */
    double typicalSide() {
        List<Double> sides = new ArrayList<>();
        client.forEachItem(
                path("images?label=good"),
                image -> sides.add(Math.sqrt(
                        image.path("height").asDouble() * image.path("width").asDouble())));
        return sides.stream().sorted().skip(sides.size() / 2).findFirst().orElse(1.0);
    }

    /** Where the server has something of it: {@code images}, {@code train}, ... */
    String path(String part) {
        return path + "/" + part;
    }
}
