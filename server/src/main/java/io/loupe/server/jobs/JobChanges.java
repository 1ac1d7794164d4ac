package io.loupe.server.jobs;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes those who watch a job when it has changed, and everybody when the server stops. Thread-safe. */
@Component
final class JobChanges {
    private final ConcurrentMap<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Somebody who watches a job, until closed. */
    final class Watch implements AutoCloseable {
        private final UUID job;
        private final Semaphore changes = new Semaphore(0);

        private Watch(UUID job) {
            this.job = job;
        }

        /** Waits until the job has changed since the last call, but not longer than this. */
        void await(long time, TimeUnit unit) throws InterruptedException {
            if (!stopping && changes.tryAcquire(time, unit)) {
                changes.drainPermits(); // several changes are one
            }
        }

        @Override
        public void close() {
            watches.computeIfPresent(job, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    Watch watch(UUID job) {
        Watch watch = new Watch(job);
        watches.compute(job, (_, all) -> {
            Set<Watch> more = all == null ? ConcurrentHashMap.newKeySet() : all;
            more.add(watch);
            return more;
        });
        return watch;
    }

    void changed(UUID job) {
        watches.getOrDefault(job, Set.of()).forEach(watch -> watch.changes.release());
    }

    boolean isStopping() {
        return stopping;
    }

    /** Before requests are drained: who watches would hold that up. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        watches.keySet().forEach(this::changed);
    }
}
