package io.loupe.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a server learn from the good pictures of a project. */
@Command(
        name = "train",
        sortOptions = false,
        header = "Learn from the good pictures of a project; the new version judges from then on.",
        description = {
            "",
            "What is left out is as in 'loupe train'. The training goes on at the server if this command is stopped.",
            "The key needs the role 'engineer'.",
            ""
        })
final class ProjectTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The project.")
    private String name = "";

    @Option(names = "--method", paramLabel = "M", description = "patch-lof, patchcore, padim or dino-knn.")
    private @Nullable String method;

    @Option(names = "--encoder", paramLabel = "ID", description = "What turns pictures into features at the server.")
    private @Nullable String encoder;

    @Option(
            names = "--taps",
            paramLabel = "TAP",
            split = ",",
            description = "Where in the encoder features are taken, separated by commas.")
    private @Nullable List<String> taps;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Side of the square, in pixels, that pictures are squeezed to.")
    private @Nullable Integer size;

    @Option(
            names = "--coreset",
            paramLabel = "R",
            description = "Share of all normal patches that is kept, above 0 to 1.")
    private @Nullable Double coreset;

    @Option(
            names = "--max-false-reject",
            paramLabel = "R",
            description = "The share of good parts that may FAIL at most.")
    private @Nullable Double maxFalseReject;

    @Option(names = "--seed", paramLabel = "N", description = "Of every random choice.")
    private @Nullable Long seed;

    @Option(
            names = "--blind-spot-trials",
            paramLabel = "N",
            description = "Painted defects of each kind that settle how small a defect may be; 0 for not looking.")
    private @Nullable Integer blindSpotTrials;

    @Mixin
    private ServerOption server = new ServerOption();

    /** What to learn with; the server chooses what is null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            @Nullable String method,
            @Nullable String encoder,
            @Nullable List<String> taps,
            @Nullable Integer size,
            @Nullable Double coreset,
            @JsonProperty("max_false_reject") @Nullable Double maxFalseReject,
            @Nullable Long seed,
            @JsonProperty("blind_spot_trials") @Nullable Integer blindSpotTrials) {}

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Settings settings = new Settings(method, encoder, taps, size, coreset, maxFalseReject, seed, blindSpotTrials);
        try (ServerClient client = server.connect();
                ProgressBar progress = terminal.progressBar()) {
            ServerProject project = ServerProject.named(client, name);
            JsonNode job = new ServerJob(client, client.post(project.path("train"), settings)).follow(progress);
            Outcome outcome = Outcome.of(job, "training", () -> outcomeOf(project, job));
            outcome.sentence().lines().forEach(terminal.out()::println);
            terminal.out().flush();
            return outcome.exitCode().number();
        }
    }

    private static String outcomeOf(ServerProject project, JsonNode job) {
        JsonNode version = project.madeBy(job);
        JsonNode blindSpots = version.path("blind_spots");
        String learned = LearnedText.of(version, job);
        return blindSpots.isObject() ? learned + "\n" + BlindSpotText.of(blindSpots, project.typicalSide()) : learned;
    }
}
