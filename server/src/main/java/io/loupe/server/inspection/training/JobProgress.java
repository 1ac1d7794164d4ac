package io.loupe.server.inspection.training;

import io.loupe.server.jobs.JobRun;
import io.loupe.vision.progress.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Tells a job how far each phase is, and its log how long each took. Where the job is told to stop, the next report throws,
 * which ends whatever reports. Thread-safe.
 */
final class JobProgress implements Progress {
    private final JobRun run;
    private String phase = "";
    private long phaseTotal;
    private long phaseDone;
    private long begin;

    JobProgress(JobRun run) {
        this.run = run;
    }

    @Override
    public void report(String reported, long done, long total) {
        if (run.cancelRequested()) {
            throw new CancellationException("The job was told to stop");
        }
        tell(reported, done, total);
    }

    private synchronized void tell(String reported, long done, long total) {
        if (!reported.equals(phase) || total != phaseTotal) {
            endPhase();
            phase = reported;
            phaseTotal = total;
            phaseDone = 0;
            begin = System.nanoTime();
            run.message(phase);
            run.done(0);
            run.total(total);
        }
        if (done > phaseDone) { // threads overtake each other
            phaseDone = done;
            run.done(done);
        }
    }

    /** The last phase is over. */
    synchronized void endPhase() {
        if (!phase.isEmpty()) {
            run.log("%s: %,d in %.1f s"
                    .formatted(
                            phase,
                            phaseTotal,
                            Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
        }
        phase = "";
    }
}
