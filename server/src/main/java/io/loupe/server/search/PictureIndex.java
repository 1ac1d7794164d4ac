package io.loupe.server.search;

import io.loupe.index.Hits;
import io.loupe.index.TenantId;
import io.loupe.index.VectorIndex;
import io.loupe.index.VectorQuery;
import io.loupe.index.lucene.LuceneVectorIndex;
import io.loupe.server.library.ImageIndex;
import io.loupe.server.library.Images;
import io.loupe.server.models.EmbeddingModel;
import io.loupe.server.models.PictureModels;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The vectors of all pictures, to be searched. It lies in the data folder, a folder for each model, and is a view: each
 * tenant's part follows the changes in the database ({@link Follower}) from when it is first asked for. Where it cannot be
 * used the database itself is searched, while the index is filled anew.
 */
@Component
public final class PictureIndex implements ImageIndex, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PictureIndex.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

    private final Path folder;
    private final Supplier<EmbeddingModel> modelInUse;
    private final Images images;
    private final IndexPoints points;
    private final Map<TenantId, Follower> followers = new ConcurrentHashMap<>();
    private final Set<TenantId> toRebuild = ConcurrentHashMap.newKeySet();
    private final ExecutorService rebuilder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rebuild-index").factory());
    private final ScheduledExecutorService committer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("commit-index").factory());

    private final ScheduledFuture<?> commits;

    private volatile boolean closing;
    private volatile @Nullable Opened opened;

    private record Opened(EmbeddingModel model, VectorIndex index) {}

    /**
     * How a tenant's part is.
     *
     * @param size pictures that can be found
     * @param sequence the number of the last change that is in it
     * @param behind changes that are not
     * @param whole whether it is searched; else the database is, and the index is being filled anew
     */
    public record Status(EmbeddingModel model, int size, long sequence, long behind, boolean whole) {}

    @Autowired
    PictureIndex(Settings settings, PictureModels models, Images images, IndexPoints points, MeterRegistry metrics) {
        this(settings.data().resolve("index"), models::embedding, images, points, COMMIT_EVERY);
        Gauge.builder("loupe.index.behind", this, PictureIndex::behind)
                .description("Changes of pictures that somebody waits for and searches do not see")
                .register(metrics);
        Gauge.builder("loupe.index.rebuilding", this, PictureIndex::tenantsBeingRebuilt)
                .description("Tenants whose index is being filled anew")
                .register(metrics);
    }

    PictureIndex(
            Path folder, Supplier<EmbeddingModel> modelInUse, Images images, IndexPoints points, Duration commitEvery) {
        this.folder = folder;
        this.modelInUse = modelInUse;
        this.images = images;
        this.points = points;
        this.commits = committer.scheduleWithFixedDelay(
                this::commitIdle, commitEvery.toMillis(), commitEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Changes that somebody waits for and searches do not see. */
    long behind() {
        return followers.values().stream().mapToLong(Follower::behind).sum();
    }

    /** Tenants of whom the database is searched. */
    int tenantsBeingRebuilt() {
        return (int) followers.values().stream()
                .filter(follower -> follower.hasBegun() && !follower.isWhole())
                .count();
    }

    /** What the vectors are made by. */
    public EmbeddingModel model() {
        return open().model();
    }

    @Override
    public void awaitApplied(TenantId tenant, long sequence) {
        try {
            follower(tenant).await(sequence, LONGEST_WAIT);
        } catch (ProblemException e) {
            log.warn("No search sees change {} of tenant {} yet: {}", sequence, tenant, e.detail());
        }
    }

    /** The nearest pictures that count: from the index, or from the database while that is filled anew. */
    public Hits search(TenantId tenant, VectorQuery query) {
        Follower follower = follower(tenant);
        follower.begin(LONGEST_WAIT);
        return follower.search(query).orElseGet(() -> {
            rebuildSoon(tenant);
            return points.scan(tenant, model().key(), query);
        });
    }

    /** How this tenant's part is now. */
    public Status status(TenantId tenant) {
        Follower follower = follower(tenant);
        follower.await(images.lastSequence(tenant), LONGEST_WAIT);
        if (!follower.isWhole()) {
            rebuildSoon(tenant);
        }
        EmbeddingModel model = model();
        boolean whole = follower.isWhole();
        int size = whole ? open().index().size(tenant) : points.count(tenant, model.key());
        long applied = follower.applied();
        return new Status(model, size, applied, Math.max(0, images.lastSequence(tenant) - applied), whole);
    }

    /** How many pictures an index of this tenant has to hold. */
    int count(TenantId tenant) {
        return points.count(tenant, model().key());
    }

    /**
     * Fills this tenant's part anew from the database. What {@code done} throws stops it; it is begun again when somebody
     * searches.
     *
     * @param done is told now and then how many pictures are in
     */
    void rebuild(TenantId tenant, LongConsumer done) {
        follower(tenant).rebuild(count -> {
            stopIfClosing();
            done.accept(count);
        });
    }

    /** An interrupt would close the index's files under it. */
    private void stopIfClosing() {
        if (closing) {
            throw new CancellationException("The server stops");
        }
    }

    private void rebuildSoon(TenantId tenant) {
        if (toRebuild.add(tenant)) {
            rebuilder.execute(() -> {
                try {
                    follower(tenant).rebuildUnlessWhole(_ -> stopIfClosing());
                } catch (CancellationException _) {
                    // The server stops.
                } catch (RuntimeException e) {
                    log.warn("The index of tenant {} could not be filled; the next search tries again", tenant, e);
                } finally {
                    toRebuild.remove(tenant);
                }
            });
        }
    }

    private void commitIdle() {
        try {
            followers.values().forEach(Follower::commitIfIdle);
        } catch (RuntimeException e) {
            log.warn("The index could not be committed; this is tried again", e);
        }
    }

    private Follower follower(TenantId tenant) {
        Opened now = open();
        return followers.computeIfAbsent(
                tenant, id -> new Follower(id, now.model().key(), now.index(), images, points));
    }

    private Opened open() {
        Opened now = opened;
        return now == null ? openFirst() : now;
    }

    private synchronized Opened openFirst() {
        if (opened == null) {
            EmbeddingModel model = modelInUse.get();
            Path own = folder.resolve(model.key().replaceAll("[^A-Za-z0-9@._-]", "_"));
            opened = new Opened(model, new LuceneVectorIndex(own, model.dimension()));
        }
        return opened;
    }

    @Override
    public void close() {
        closing = true;
        commits.cancel(false);
        committer.close();
        rebuilder.close();
        commitIdle();
        Opened last = opened;
        if (last != null) {
            last.index().close();
        }
    }
}
