package io.loupe.cli;

import io.loupe.server.platform.settings.Settings;
import io.loupe.server.platform.settings.SettingsFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server's settings. */
@Command(
        name = "config",
        sortOptions = false,
        header = "Check or show the server's settings.",
        description = {
            "",
            "Settings are keys of loupe.yaml in the data folder; an environment variable (LOUPE_PORT for 'port') wins over",
            "the file, and the command line over both."
        })
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "check", header = "Say what is wrong with the settings, all of it, before a start does.")
    int check(@Mixin DataOption data) {
        Path folder = data.folder().path();
        Settings settings = Settings.read(folder, System.getenv(), Map.of());
        PrintWriter out = spec.commandLine().getOut();
        Path file = folder.resolve(Settings.FILE_NAME);
        out.printf(
                "The settings are good: %s%n",
                Files.exists(file) ? file : "%s is not there, so the defaults hold".formatted(file));
        out.printf(
                "It will listen at http://%s:%d with %s.%n",
                settings.address(),
                settings.port(),
                settings.database().isPresent() ? "the database of database.url" : "a database of its own");
        out.flush();
        return ExitCode.DONE.number();
    }

    @Command(name = "example", header = "Print a loupe.yaml with every setting, its default and what it means.")
    int example() {
        spec.commandLine().getOut().print(SettingsFile.commented());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
