package io.loupe.server.inspection.version;

import io.loupe.index.TenantId;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.recent.RecentlyUsed;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The versions that judge, as far as it is known without asking: another node may have activated another one since. So
 * whoever adds verdicts asks then, and forgets what was remembered if it was wrong. Thread-safe.
 */
@Component
public final class ActiveVersions {
    private static final int MOST = 256;

    private final ModelVersions versions;
    private final Map<Place, ModelVersion> remembered = new RecentlyUsed<>(MOST);

    private record Place(TenantId tenant, UUID project) {}

    ActiveVersions(ModelVersions versions) {
        this.versions = versions;
    }

    /**
     * The version that judges, or did when it was last asked for.
     *
     * @throws ProblemException if there is no such project, or nothing judges in it yet
     */
    public ModelVersion get(TenantId tenant, UUID project) {
        Place place = new Place(tenant, project);
        synchronized (remembered) {
            ModelVersion known = remembered.get(place);
            if (known != null) {
                return known;
            }
        }
        ModelVersion asked = versions.requireActive(tenant, project);
        synchronized (remembered) {
            remembered.put(place, asked);
        }
        return asked;
    }

    /** Asks again next time. */
    public void forget(TenantId tenant, UUID project) {
        synchronized (remembered) {
            remembered.remove(new Place(tenant, project));
        }
    }
}
