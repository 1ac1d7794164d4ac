package io.loupe.server.jobs;

import org.springframework.stereotype.Component;

/** A job of the tests that has more to say than is kept, and not only in letters. */
@Component
final class TalkingJob implements JobHandler {
    static final String TYPE = "talk";
    static final int LINES = 2_500;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) {
        for (int i = 1; i < LINES; i++) {
            run.log("line " + i);
            run.done(i);
        }
        run.log("zero \0, half a pair \ud83d, and " + "x".repeat(10_000));
        run.failed("zero\0", "talking", "half a pair \ud83d");
    }
}
