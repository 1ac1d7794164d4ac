package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.dataset.UnusableDataSetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings pictures into a server's library. */
@Command(
        name = "import",
        sortOptions = false,
        header = "Bring a folder or a ZIP file of pictures into the server's library.",
        description = {
            "",
            "A server on this machine reads the folder itself where its setting import.folders names it; else the pictures",
            "are uploaded. Pictures that the library has already are not doubled, so that an import that was stopped is",
            "simply begun again."
        })
final class ImportPicturesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|ZIP", description = "What to import.")
    private Path source = Path.of("");

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag for every picture; may be given several times.")
    private List<String> tags = List.of();

    @Mixin
    private ServerOption server = new ServerOption();

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.exists(source)) {
            throw new UnusableDataSetException(
                    "There is nothing at %s. Name a folder of pictures, or a ZIP file.".formatted(source));
        }
        Terminal terminal = Terminal.of(spec);
        try (ServerClient client = server.connect();
                ProgressBar progress = terminal.progressBar()) {
            PictureImport pictures = new PictureImport(client, tags, progress);
            Outcome result = Files.isDirectory(source)
                    ? pictures.folder(source, server.isOnThisMachine())
                    : pictures.zip(source);
            progress.endLine();
            terminal.out().println(result.sentence());
            terminal.out().flush();
            return result.exitCode().number();
        }
    }
}
