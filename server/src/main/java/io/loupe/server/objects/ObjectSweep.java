package io.loupe.server.objects;

import io.loupe.index.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes objects that nobody uses: an object is kept before the row that names it, so that a crash in between leaves an
 * object without a row, and never a row without its object. Thread-safe.
 *
 * <p>What is kept and named at this moment must not be taken for unused. So whoever keeps objects does so and names them
 * inside of {@link #keeping}, and nothing is removed meanwhile.
 */
@Component
public class ObjectSweep {
    private static final Logger log = LoggerFactory.getLogger(ObjectSweep.class);
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final int AT_A_TIME = 500;

    private final ObjectStore objects;
    private final List<ObjectUser> users;
    private final InstantSource clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    ObjectSweep(ObjectStore objects, List<ObjectUser> users, InstantSource clock) {
        this.objects = objects;
        this.users = users;
        this.clock = clock;
    }

    /** Runs what keeps objects and names them. Many may do so at a time. */
    public <T> T keeping(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Removes those of these objects that nobody uses. Must not be called inside of {@link #keeping}. */
    public int removeUnused(TenantId tenant, Set<ObjectKey> candidates) {
        if (candidates.isEmpty()) {
            return 0;
        }
        lock.writeLock().lock();
        try {
            Set<ObjectKey> unused = unused(tenant, candidates);
            unused.forEach(key -> objects.remove(tenant, key));
            return unused.size();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Set<ObjectKey> unused(TenantId tenant, Set<ObjectKey> candidates) {
        Set<ObjectKey> unused = new HashSet<>(candidates);
        users.forEach(user -> unused.removeAll(user.used(tenant, candidates)));
        return unused;
    }

    /** Looks through everything, soon after the start and once a day. What is younger than an hour may still be named. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
    public void sweep() {
        Instant before = clock.instant().minus(YOUNG);
        for (TenantId tenant : objects.tenants()) {
            int removed = sweep(tenant, before);
            if (removed > 0) {
                log.info("Removed {} objects of tenant {} that nobody uses", removed, tenant);
            }
        }
    }

    private int sweep(TenantId tenant, Instant before) {
        Set<ObjectKey> unused = new HashSet<>();
        Set<ObjectKey> candidates = new HashSet<>();
        for (ObjectKey key : objects.keptBefore(tenant, before)) {
            candidates.add(key);
            if (candidates.size() == AT_A_TIME) {
                unused.addAll(unused(tenant, candidates));
                candidates.clear();
            }
        }
        unused.addAll(unused(tenant, candidates));
        return removeUnused(tenant, unused); // asks again, while nobody keeps anything
    }
}
