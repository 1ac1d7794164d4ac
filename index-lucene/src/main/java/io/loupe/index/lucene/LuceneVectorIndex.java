package io.loupe.index.lucene;

import io.loupe.index.Change;
import io.loupe.index.Hits;
import io.loupe.index.TenantId;
import io.loupe.index.VectorIndex;
import io.loupe.index.VectorQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Vectors in Lucene: a graph over bytes for finding, the float values for measuring. One index for each tenant, opened
 * when it is first asked for.
 */
public final class LuceneVectorIndex implements VectorIndex {
    /** Lucene's own limit. */
    public static final int LARGEST_DIMENSION = 1024;

    private final Path folder;
    private final int dimension;
    private final Map<TenantId, TenantIndex> tenants = new ConcurrentHashMap<>();

    /**
     * Opens the indexes below a folder, which is made when first written to.
     *
     * @throws IllegalArgumentException if vectors of this dimension cannot be kept
     */
    public LuceneVectorIndex(Path folder, int dimension) {
        if (dimension < 1 || dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException(
                    "Lucene keeps vectors of up to %d values, these have %d. Choose an encoder with fewer."
                            .formatted(LARGEST_DIMENSION, dimension));
        }
        this.folder = folder;
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void apply(TenantId tenant, List<Change> changes, long sequence) {
        for (Change change : changes) {
            if (change instanceof Change.Put put) {
                requireDimension(put.vector());
            }
        }
        TenantIndex index = open(tenant);
        attempt(tenant, () -> {
            index.apply(changes, sequence);
            return sequence;
        });
    }

    @Override
    public void commit(TenantId tenant) {
        TenantIndex index = open(tenant);
        attempt(tenant, index::commit);
    }

    @Override
    public long sequence(TenantId tenant) {
        return open(tenant).sequence();
    }

    @Override
    public int size(TenantId tenant) {
        TenantIndex index = open(tenant);
        return attempt(tenant, index::size);
    }

    @Override
    public Hits search(TenantId tenant, VectorQuery query) {
        requireDimension(query.vector());
        TenantIndex index = open(tenant);
        return attempt(tenant, () -> index.search(query));
    }

    @Override
    public void clear(TenantId tenant) {
        tenants.compute(
                tenant,
                (id, index) -> attempt(id, () -> {
                    TenantIndex opened = index == null ? TenantIndex.open(folder.resolve(id.toString())) : index;
                    opened.discard();
                    return null;
                }));
    }

    @Override
    public void close() {
        tenants.forEach((tenant, index) -> attempt(tenant, () -> {
            index.close();
            return index;
        }));
        tenants.clear();
    }

    private TenantIndex open(TenantId tenant) {
        return tenants.computeIfAbsent(
                tenant, id -> attempt(id, () -> TenantIndex.open(folder.resolve(id.toString()))));
    }

    @FunctionalInterface
    private interface Attempt<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private <T extends @Nullable Object> T attempt(TenantId tenant, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (AlreadyClosedException e) { // cleared by somebody else, or broken by an earlier failure
            throw new UncheckedIOException(new IOException("The index of %s is closed".formatted(tenant), e));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The index in %s cannot be used: %s".formatted(folder.resolve(tenant.toString()), e), e);
        }
    }
}
