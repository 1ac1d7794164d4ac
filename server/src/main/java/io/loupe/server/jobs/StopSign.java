package io.loupe.server.jobs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a running job to stop, and remembers whether it heard: one that did not went through to its end. Thread-safe. */
final class StopSign {
    private volatile @Nullable Reason raised;
    private volatile @Nullable Reason heard;

    enum Reason {
        CANCELLED,
        SERVER_STOPS
    }

    void raise(Reason reason) {
        if (raised != Reason.CANCELLED) { // a cancelled job is not taken up again
            raised = reason;
        }
    }

    boolean isRaised() {
        Reason reason = raised;
        if (reason != null) {
            heard = reason;
        }
        return reason != null;
    }

    /** Why the job was told to stop, by now. */
    Optional<Reason> reason() {
        return Optional.ofNullable(raised);
    }

    /** Why the job stopped; empty if it never heard of it. */
    Optional<Reason> heard() {
        return Optional.ofNullable(heard == null ? null : raised);
    }
}
