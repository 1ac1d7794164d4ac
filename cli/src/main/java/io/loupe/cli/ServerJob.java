package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import java.util.function.Function;

/** A job that a server works at. It goes on there if we are stopped. */
final class ServerJob {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 250;

    private final ServerClient client;
    private final JsonNode started;
    private final String path;

    /**
     * A job to be followed.
     *
     * @param started what the server answered when it took the job
     */
    ServerJob(ServerClient client, JsonNode started) {
        this.client = client;
        this.started = started;
        this.path = "/api/jobs/" + started.path("job_id").asText();
    }

    /**
     * Shows how the job goes until its end.
     *
     * @param phase what to call it
     * @return the job at its end
     */
    JsonNode follow(String phase, ProgressBar progress) throws InterruptedException {
        return follow(_ -> phase, progress);
    }

    /** The same for a job of several phases, which says itself what it is at. */
    JsonNode follow(ProgressBar progress) throws InterruptedException {
        return follow(job -> job.path("message").asText(), progress);
    }

    private JsonNode follow(Function<JsonNode, String> phase, ProgressBar progress) throws InterruptedException {
        JsonNode job = started;
        Step last = new Step("", 0, 0);
        while (job.path("finished_at").isNull()) {
            Step now = new Step(
                    phase.apply(job),
                    job.path("done").asLong(),
                    job.path("total").asLong());
            if (now.isNewsAfter(last)) {
                progress.report(now.phase(), now.done(), now.total());
            }
            last = now;
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            job = client.get(path);
        }
        progress.endLine();
        return job;
    }

    /** How far a job was when we looked. */
    private record Step(String phase, long done, long total) {
        /** Not the same once more, and not a phase that was over before anybody saw it. */
        boolean isNewsAfter(Step last) {
            return !equals(last) && total > 0 && (done < total || phase.equals(last.phase));
        }
    }

    /** Names the items that could not be done, and why. */
    void sayFailures(ProgressBar progress) {
        client.forEachItem(
                path + "/failures",
                failure -> progress.say("Refused: %s: %s"
                        .formatted(
                                failure.path("item").asText(),
                                failure.path("error").asText())));
    }
}
