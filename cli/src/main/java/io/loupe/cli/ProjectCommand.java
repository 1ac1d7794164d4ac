package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The projects of a server: what is inspected there. */
@Command(
        name = "project",
        subcommands = {ProjectCreateCommand.class, ProjectAddCommand.class, ProjectTrainCommand.class},
        sortOptions = false,
        header = "List, create, fill and train the projects of a server, one for each product.",
        description = {
            "",
            "A project has pictures of good parts, models that learned from them, and every verdict that was given.",
        },
        footer = {
            "",
            "Examples:",
            "  loupe project create \"Caps, line 7\" photos/good",
            "  loupe project add \"Caps, line 7\" photos/dented --defect dent",
            "  loupe project train \"Caps, line 7\"",
            "  loupe inspect --project \"Caps, line 7\" --image photos/new"
        })
final class ProjectCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", header = "List the projects, the newest first, and which version of each judges.")
    int list(@Mixin ServerOption server) {
        try (ServerClient client = server.connect()) {
            List<JsonNode> projects = ServerProject.all(client);
            PrintWriter out = spec.commandLine().getOut();
            projects.forEach(project -> out.println(lineOf(project)));
            if (projects.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("There is no project yet. 'loupe project create NAME FOLDER' makes one.");
            }
            out.flush();
            return ExitCode.DONE.number();
        }
    }

    private static String lineOf(JsonNode project) {
        JsonNode version = project.path("active_version");
        return "%-32s %-12s %,6d good %,6d defects"
                .formatted(
                        project.path("name").asText(),
                        version.isObject() ? version.path("label").asText() : "not trained",
                        project.path("good_images").asLong(),
                        project.path("defect_images").asLong());
    }
}
