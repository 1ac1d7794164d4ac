package io.loupe.index;

import io.loupe.index.Change.Delete;
import io.loupe.index.Change.Put;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reference: keeps everything in memory and looks at everything. Never wrong, good for some thousand points and for
 * comparing others with; after a restart it is empty. O(points * dimension) a search.
 */
public final class ExactVectorIndex implements VectorIndex {
    private final int dimension;
    private final Map<TenantId, Points> tenants = new ConcurrentHashMap<>();

    /** Replaced as a whole with every change, so that a search sees one state. */
    private record Points(Map<UUID, Put> byId, long sequence) {
        static final Points NONE = new Points(Map.of(), 0);
    }

    public ExactVectorIndex(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void apply(TenantId tenant, List<Change> changes, long sequence) {
        for (Change change : changes) {
            if (change instanceof Put put) {
                requireDimension(put.vector());
            }
        }
        tenants.compute(tenant, (_, points) -> {
            Map<UUID, Put> byId = new HashMap<>(points == null ? Map.of() : points.byId());
            for (Change change : changes) {
                switch (change) {
                    case Put put -> byId.put(put.id(), put);
                    case Delete delete -> byId.remove(delete.id());
                }
            }
            return new Points(byId, sequence);
        });
    }

    @Override
    public void commit(TenantId tenant) {
        // There is nothing that could last.
    }

    @Override
    public long sequence(TenantId tenant) {
        return tenants.getOrDefault(tenant, Points.NONE).sequence();
    }

    @Override
    public int size(TenantId tenant) {
        return tenants.getOrDefault(tenant, Points.NONE).byId().size();
    }

    @Override
    public Hits search(TenantId tenant, VectorQuery query) {
        requireDimension(query.vector());
        NearestHits nearest = new NearestHits(query.limit());
        int measured = 0;
        for (Put point : tenants.getOrDefault(tenant, Points.NONE).byId().values()) {
            if (query.filter().matches(point.payload())) {
                nearest.offer(
                        point.id(),
                        query.vector().cosineSimilarity(point.vector().values()));
                measured++;
            }
        }
        return new Hits(nearest.toList(), Hits.Plan.EXACT_SCAN, measured);
    }

    @Override
    public void clear(TenantId tenant) {
        tenants.remove(tenant);
    }

    @Override
    public void close() {
        tenants.clear();
    }
}
