package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * What became of something that a server was asked for.
 *
 * @param sentence for people
 * @param exitCode for programs
 */
record Outcome(String sentence, ExitCode exitCode) {
    /**
     * What became of a job.
     *
     * @param job at its end
     * @param work what to call it
     * @param succeeded what to say if it succeeded
     */
    static Outcome of(JsonNode job, String work, Supplier<String> succeeded) {
        String state = job.path("state").asText();
        return switch (state) {
            case "succeeded" -> new Outcome(succeeded.get(), ExitCode.DONE);
            case "failed" -> new Outcome(job.path("error").asText(), ExitCode.UNUSABLE_INPUT);
            default -> new Outcome("The %s was %s.".formatted(work, state), ExitCode.NOT_AVAILABLE);
        };
    }
}
