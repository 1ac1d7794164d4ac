package io.loupe.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code loupe}: one subcommand per job. */
@Command(
        name = "loupe",
        versionProvider = Version.class,
        sortOptions = false,
        header =
                "Loupe learns from pictures of good parts, then says of new parts PASS, WARN or FAIL, and shows where.",
        subcommands = {
            TrainCommand.class,
            InspectCommand.class,
            CorrectCommand.class,
            EvaluateCommand.class,
            RankCommand.class,
            DetectCommand.class,
            EmbedCommand.class,
            SimilarCommand.class,
            ModelsCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ConfigCommand.class,
            ImportPicturesCommand.class,
            ProjectCommand.class,
            ReindexCommand.class,
            AdminCommand.class
        },
        footerHeading = "%nStart here:%n",
        footer = {
            "  loupe demo                                              makes parts, learns, inspects, shows a report",
            "  loupe train --good photos/good --out part.loupe         learns from your good parts",
            "  loupe inspect --model part.loupe --image photos/new     judges new ones",
            "",
            "Exit codes: 0 done, whatever the verdicts (a FAIL is an answer, not an error); 2 the command line is wrong;",
            "3 the pictures, the model, the folder or the settings given cannot be used; 4 an encoder, a network or the",
            "server is not here; 5 the results could not be written; 70 a fault of Loupe itself.",
        })
final class Loupe implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help and stop.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and stop.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "On an error, show where in the program it came from.")
    private boolean verbose;

    private Loupe() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, as {@code main} runs it; tests run it in the same process. */
    static CommandLine commandLine() {
        Loupe loupe = new Loupe();
        CommandLine commandLine = new CommandLine(loupe);
        commandLine.setExecutionExceptionHandler(
                (failure, command, result) -> ExitCode.report(failure, command.getErr(), loupe.verbose));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(110);
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: 'loupe --help' lists it, 'loupe demo' shows it.");
    }
}
