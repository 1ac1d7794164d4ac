package io.loupe.samples;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What shall be wrong with the part being built, and the seed of its details; {@link #NONE} for a good part. */
record Flaw(@Nullable DefectKind kind, long seed) {
    static final Flaw NONE = new Flaw(null, 0);

    boolean is(DefectKind other) {
        return kind == other;
    }

    /** The same details every time it is asked for. */
    Random details() {
        return new Random(seed);
    }
}
