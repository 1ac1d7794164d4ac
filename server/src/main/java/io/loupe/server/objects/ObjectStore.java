package io.loupe.server.objects;

import io.loupe.index.TenantId;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps bytes by their hash: the same bytes are kept once for each tenant, however often and by however many at a time
 * they come, and what a key names never changes. Thread-safe.
 *
 * <p>A method that cannot read or write throws {@link java.io.UncheckedIOException}.
 */
public interface ObjectStore {
    /** What was kept. */
    record Kept(ObjectKey key, long bytes) {}

    /**
     * Keeps everything that comes; when this returns, it lasts through a power cut, and when it throws, nothing is left.
     *
     * @param limitBytes more is refused
     * @throws io.loupe.server.platform.problem.ProblemException if more comes
     */
    Kept put(TenantId tenant, InputStream bytes, long limitBytes);

    /** The file that holds an object, to be read; empty if this tenant has no such object. */
    Optional<Path> find(TenantId tenant, ObjectKey key);

    /** The tenants that have objects. */
    List<TenantId> tenants();

    /** The objects that were kept for the last time before this. */
    List<ObjectKey> keptBefore(TenantId tenant, Instant time);

    /** Removes an object; says whether there was one. */
    boolean remove(TenantId tenant, ObjectKey key);
}
