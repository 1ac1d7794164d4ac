package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.dataset.UnusableDataSetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            description = "Folders of good pictures; more can be added in the page.")
    private List<Path> folders = List.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "What is inspected, for people.")
    private String description = "";

    @Mixin
    private ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        List<Path> good = folders.stream()
                .flatMap(folder -> goodPictures(folder).stream())
                .toList();
        Terminal terminal = Terminal.of(spec);
        try (ServerClient client = server.connect();
                ProgressBar progress = terminal.progressBar()) {
            ServerProject project = ServerProject.create(client, name, description);
            PictureUpload.Tally tally = new PictureUpload(
                            client, project.path("images"), List.of(Map.entry("label", "good")), progress)
                    .send("uploading good pictures", good);
            progress.endLine();
            terminal.out()
                    .println("The project '%s' has %,d good pictures%s."
                            .formatted(
                                    name,
                                    project.facts().path("good_images").asLong(),
                                    tally.refused() == 0 ? "" : "; %,d refused".formatted(tally.refused())));
            terminal.out().flush();
            boolean allRefused = !good.isEmpty() && tally.refused() == good.size();
            return (allRefused ? ExitCode.UNUSABLE_INPUT : ExitCode.DONE).number();
        }
    }

    private static List<Path> goodPictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. Name folders of good pictures after the name of the project."
                            .formatted(folder));
        }
        return DataSet.goodPictures(folder);
    }
}
