package io.loupe.server.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows one job from change to change. For one thread. */
public final class JobWatch implements AutoCloseable {
    private final Supplier<Job> job;
    private final JobChanges changes;
    private final JobChanges.Watch watch;
    private @Nullable Job last;

    JobWatch(Supplier<Job> job, JobChanges changes, UUID id) {
        this.job = job;
        this.changes = changes;
        this.watch = changes.watch(id);
    }

    /** The job as soon as it differs from the last answer, at once the first time; empty if the time is over before. */
    public Optional<Job> next(Duration longest) throws InterruptedException {
        if (last != null) {
            watch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        Job now = job.get();
        if (now.equals(last)) {
            return Optional.empty();
        }
        last = now;
        return Optional.of(now);
    }

    /** Whether nothing more will come: the job is at its end, or the server stops. */
    public boolean isOver() {
        return changes.isStopping() || (last != null && last.state().isFinal());
    }

    @Override
    public void close() {
        watch.close();
    }
}
