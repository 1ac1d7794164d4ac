package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has a server fill its search index anew. */
@Command(
        name = "reindex",
        sortOptions = false,
        header = "Fill the server's search index anew from its database.",
        description = {
            "",
            "Loupe does this by itself where an index is lost or broken. Searches go on meanwhile, more slowly. The key needs",
            "the role 'engineer'."
        })
final class ReindexCommand implements Callable<Integer> {
    private static final String PHASE = "Filling the index";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOption server = new ServerOption();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        try (ServerClient client = server.connect();
                ProgressBar progress = terminal.progressBar()) {
            JsonNode job = new ServerJob(client, client.post("/api/index/rebuild", Map.of())).follow(PHASE, progress);
            boolean succeeded = job.path("state").asText().equals("succeeded");
            terminal.out()
                    .println(
                            succeeded
                                    ? "%,d pictures are in the index."
                                            .formatted(job.path("done").asLong())
                                    : "The job %s: %s"
                                            .formatted(
                                                    job.path("state").asText(),
                                                    job.path("error").asText("")));
            terminal.out().flush();
            return (succeeded ? ExitCode.DONE : ExitCode.NOT_AVAILABLE).number();
        }
    }
}
