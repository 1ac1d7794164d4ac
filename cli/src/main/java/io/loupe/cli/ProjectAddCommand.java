package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds pictures from this machine to a project of a server. */
@Command(
        name = "add",
        sortOptions = false,
        header = "Upload pictures of parts to a project: good ones to learn from, or defects to test with.",
        description = {
            "",
            "The pictures of the folders themselves are taken, not those of folders in them. A picture that the project has",
            "already is not doubled; one that cannot be read is named and does not stop the others. Nothing is learned from",
            "them before the next training. The key needs the role 'engineer'.",
            ""
        })
final class ProjectAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", index = "0", description = "The project.")
    private String name = "";

    @Parameters(paramLabel = "DIR", index = "1..*", arity = "1..*", description = "Folders of pictures.")
    private List<Path> folders = List.of();

    @Option(
            names = "--defect",
            paramLabel = "TYPE",
            description = "They show defects of this type, for example 'scratch', and nothing is learned from them.")
    private @Nullable String defectType;

    @Mixin
    private ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        ProjectUpload upload = ProjectUpload.of(folders, defectType);
        try (ServerClient client = server.connect()) {
            return upload.into(ServerProject.named(client, name), client, Terminal.of(spec))
                    .number();
        }
    }
}
