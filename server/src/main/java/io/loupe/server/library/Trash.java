package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.library.ImageChanges.Changed;
import io.loupe.server.library.ImageChanges.Purged;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Where pictures are thrown, and from where they come back, until they are gone for good: when asked, or after a time. */
@Service
class Trash {
    private static final Logger log = LoggerFactory.getLogger(Trash.class);
    private static final int AT_A_TIME = 500;

    private final ImageChanges changes;
    private final ObjectStore objects;
    private final ObjectSweep sweep;
    private final Optional<Duration> kept;
    private final InstantSource clock;

    Trash(ImageChanges changes, ObjectStore objects, ObjectSweep sweep, Settings settings, InstantSource clock) {
        this.changes = changes;
        this.objects = objects;
        this.sweep = sweep;
        this.kept = settings.trash();
        this.clock = clock;
    }

    /** Makes an end of those of these pictures that are in the trash, and of their files. */
    Changed purge(TenantId tenant, Collection<UUID> ids) {
        Purged purged = changes.purge(tenant, ids);
        sweep.removeUnused(tenant, purged.objects());
        return new Changed(purged.count(), purged.sequence());
    }

    /** Makes an end of what has been in the trash for long enough. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void purgeOld() {
        kept.ifPresent(time -> purgeBefore(clock.instant().minus(time)));
    }

    void purgeBefore(Instant time) {
        for (TenantId tenant : objects.tenants()) {
            int count = 0;
            for (List<UUID> ids = old(tenant, time); !ids.isEmpty(); ids = old(tenant, time)) {
                count += purge(tenant, ids).count();
            }
            if (count > 0) {
                log.info("Purged {} pictures of tenant {} that were in the trash for long enough", count, tenant);
            }
        }
    }

    private List<UUID> old(TenantId tenant, Instant time) {
        return changes.trashedBefore(tenant, time, AT_A_TIME);
    }
}
