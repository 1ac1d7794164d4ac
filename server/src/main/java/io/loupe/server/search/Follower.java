package io.loupe.server.search;

import io.loupe.index.Change;
import io.loupe.index.Change.Delete;
import io.loupe.index.Hits;
import io.loupe.index.TenantId;
import io.loupe.index.VectorIndex;
import io.loupe.index.VectorQuery;
import io.loupe.server.library.ImageChange;
import io.loupe.server.library.Images;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one tenant's index up to date: applies the changes behind the index's own number in their order, each as what its
 * picture is now. Whoever wrote does the work, for all who wrote before; the others wait and find it done.
 *
 * <p>Changes stay in the database until a commit of the index has them, so that a kill loses none. An index that lacks
 * changes which are gone from there (it was deleted, or is of a time before another model was used) cannot be brought up to
 * date and has to be filled anew; it is not {@link #isWhole whole} until then. Thread-safe.
 */
final class Follower {
    static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final int COMMIT_AFTER_CHANGES = 10_000;

    private final TenantId tenant;
    private final String model;
    private final VectorIndex index;
    private final Images images;
    private final IndexPoints points;

    private final ReentrantLock atWork = new ReentrantLock();
    private volatile boolean begun;
    private volatile boolean whole;
    private final AtomicInteger generation = new AtomicInteger(); // how often it was filled anew
    private volatile long applied;
    private volatile long wanted;
    private volatile long committed;

    Follower(TenantId tenant, String model, VectorIndex index, Images images, IndexPoints points) {
        this.tenant = tenant;
        this.model = model;
        this.index = index;
        this.images = images;
        this.points = points;
    }

    /** Whether a search in the index sees everything; else the database has to be searched. */
    boolean isWhole() {
        return whole;
    }

    /** Whether it is known how the index is. */
    boolean hasBegun() {
        return begun;
    }

    /** The number of the last change that searches in the index see. */
    long applied() {
        return applied;
    }

    /** How many changes that somebody waits for are not applied. */
    long behind() {
        return whole ? Math.max(0, wanted - applied) : 0;
    }

    /** Catches up with what happened before the server started. */
    void begin(Duration atMost) {
        if (!begun) {
            await(images.lastSequence(tenant), atMost);
        }
    }

    /** Waits until searches see this change, or for so long. */
    void await(long sequence, Duration atMost) {
        wanted = Math.max(wanted, sequence);
        if (isSeen(sequence)) {
            return;
        }
        try {
            if (atWork.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (!isSeen(sequence)) {
                        catchUp();
                    }
                } finally {
                    atWork.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** An index that is not whole is not searched, and the database has everything. */
    private boolean isSeen(long sequence) {
        return begun && (!whole || applied >= sequence);
    }

    private void catchUp() {
        try {
            whole = applyChanges();
        } catch (UncheckedIOException e) {
            lost(e);
        }
        begun = true;
    }

    /** What the index finds; empty if it is not whole, or cannot be read. */
    Optional<Hits> search(VectorQuery query) {
        int beganIn = generation.get();
        if (!whole) {
            return Optional.empty();
        }
        try {
            return Optional.of(index.search(tenant, query));
        } catch (UncheckedIOException e) {
            if (generation.get() == beganIn) { // else it was cleared meanwhile, to be filled anew
                lost(e);
            }
            return Optional.empty();
        }
    }

    private void lost(UncheckedIOException cause) {
        log.warn("The index of tenant {} cannot be used and has to be filled anew", tenant, cause);
        whole = false;
    }

    /** Applies all there are; says whether the index is whole then. */
    private boolean applyChanges() {
        while (true) {
            applied = index.sequence(tenant);
            long last = images.lastSequence(tenant); // before the changes, so that those up to it are seen
            List<ImageChange> changes = images.changesAfter(tenant, applied, BATCH);
            if (changes.isEmpty()) {
                return applied == last;
            }
            if (changes.getFirst().sequence() != applied + 1) {
                return false;
            }
            apply(changes);
            if (applied - committed >= COMMIT_AFTER_CHANGES) {
                commit();
            }
        }
    }

    private void apply(List<ImageChange> changes) {
        Map<UUID, Change> byId = new LinkedHashMap<>();
        changes.forEach(change -> byId.put(change.image(), new Delete(change.image())));
        points.of(tenant, model, byId.keySet()).forEach(point -> byId.put(point.id(), point));
        index.apply(tenant, List.copyOf(byId.values()), changes.getLast().sequence());
        applied = index.sequence(tenant);
    }

    /**
     * Forgets what the index has and fills it from the database.
     *
     * @param done is told how many pictures are in, now and then; what it throws stops the work
     */
    void rebuild(LongConsumer done) {
        atWork.lock();
        try {
            whole = false;
            begun = true;
            generation.incrementAndGet();
            index.clear(tenant);
            fill(done);
            commit();
            whole = applyChanges();
            if (whole) {
                whole = applyChanges(); // of those who wrote before they could know that it is whole
            }
        } finally {
            atWork.unlock();
        }
    }

    /** The same if nobody else has done it. */
    void rebuildUnlessWhole(LongConsumer done) {
        atWork.lock();
        try {
            if (!whole) {
                rebuild(done);
            }
        } finally {
            atWork.unlock();
        }
    }

    private void fill(LongConsumer done) {
        long last = images.lastSequence(tenant); // before the pictures: what changes meanwhile is applied again
        List<Change> batch = new ArrayList<>();
        long[] count = {0};
        points.forEach(tenant, model, point -> {
            batch.add(point);
            if (batch.size() == BATCH) {
                index.apply(tenant, batch, 0); // it is at no change before the last picture is in
                count[0] += BATCH;
                batch.clear();
                done.accept(count[0]);
            }
        });
        index.apply(tenant, batch, last);
        done.accept(count[0] + batch.size());
    }

    /** Makes what was applied last, and lets the database forget it; nothing if somebody is at work. */
    void commitIfIdle() {
        if (whole && applied > committed && atWork.tryLock()) {
            try {
                commit();
            } catch (UncheckedIOException e) {
                lost(e);
            } finally {
                atWork.unlock();
            }
        }
    }

    private void commit() {
        long sequence = index.sequence(tenant);
        index.commit(tenant);
        images.forgetChanges(tenant, sequence);
        committed = sequence;
    }
}
