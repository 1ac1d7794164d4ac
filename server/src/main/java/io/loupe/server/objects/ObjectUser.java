package io.loupe.server.objects;

import io.loupe.index.TenantId;
import java.util.Set;

/** A part of the server that keeps objects: what none of them uses is swept away. Implementations are Spring beans. */
public interface ObjectUser {
    /** Those of these objects that are in use. */
    Set<ObjectKey> used(TenantId tenant, Set<ObjectKey> candidates);
}
