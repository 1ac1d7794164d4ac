package io.loupe.server.search;

import io.loupe.server.platform.health.HealthPart;
import org.springframework.stereotype.Component;

/** Whether searches use the index, and see what was written. */
@Component
final class IndexHealth implements HealthPart {
    private final PictureIndex index;

    IndexHealth(PictureIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Health check() {
        int rebuilt = index.tenantsBeingRebuilt();
        if (rebuilt > 0) {
            return Health.degraded(
                    "The index of %d tenants is filled anew; their searches go through the database, and are slower."
                            .formatted(rebuilt));
        }
        long behind = index.behind();
        return behind > 0
                ? Health.degraded("%d changes of pictures wait to be found by searches.".formatted(behind))
                : Health.ok("Searches see every change.");
    }
}
