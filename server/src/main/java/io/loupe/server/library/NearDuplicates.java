package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.library.DuplicateFinder.NearDuplicate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the index follow, then asks which pictures a new one is nearly the same as. */
@Component
public final class NearDuplicates {
    private final ImageIndex index;
    private final DuplicateFinder finder;

    NearDuplicates(ImageIndex index, DuplicateFinder finder) {
        this.index = index;
        this.finder = finder;
    }

    /** Waits until what was written here is found; not more than the index lets one wait. */
    public void awaitIndexed(TenantId tenant, long sequence) {
        if (sequence > 0) {
            index.awaitApplied(tenant, sequence);
        }
    }

    /** The near copies of a picture that just came; none of one that was here or was refused. */
    public List<NearDuplicate> of(TenantId tenant, IngestOutcome outcome) {
        if (outcome.image().isEmpty() || outcome.seen().isEmpty()) {
            return List.of();
        }
        Analysis.Seen seen = outcome.seen().get();
        return finder.near(tenant, outcome.image().get(), seen.vector(), seen.hash());
    }
}
