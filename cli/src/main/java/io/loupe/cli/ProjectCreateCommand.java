package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a project of a server, with pictures of good parts from this machine. */
@Command(
        name = "create",
        sortOptions = false,
        header = "Make a project, and upload pictures of good parts to it.",
        description = {
            "",
            "The pictures of the folders themselves are taken, not those of folders in them. A picture that cannot be",
            "read is named and does not stop the others. The key needs the role 'engineer'.",
            ""
        })
final class ProjectCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", index = "0", description = "What the project is to be called.")
    private String name = "";

    @Parameters(
            paramLabel = "DIR",
            index = "1..*",
            arity = "0..*",
            description = "Folders of good pictures; 'loupe project add' brings more.")
    private List<Path> folders = List.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "What is inspected, for people.")
    private String description = "";

    @Mixin
    private ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        ProjectUpload good = ProjectUpload.of(folders, null); // what is wrong with it is said before anything is made
        try (ServerClient client = server.connect()) {
            return good.into(ServerProject.create(client, name, description), client, Terminal.of(spec))
                    .number();
        }
    }
}
