package io.loupe.testkit.offending.cycle.lower;

import io.loupe.testkit.offending.cycle.upper.Upper;
import java.util.List;

/** Needs {@link Upper}, which needs it. */
public record Lower(List<Upper> uppers) {
    /** The first one. */
    public Upper first() {
        return uppers.getFirst();
    }
}
