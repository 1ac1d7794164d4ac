package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;

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
        JsonNode job = started;
        while (job.path("finished_at").isNull()) {
            if (job.path("total").asLong() > 0) {
                progress.report(
                        phase, job.path("done").asLong(), job.path("total").asLong());
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            job = client.get(path);
        }
        progress.endLine();
        return job;
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
