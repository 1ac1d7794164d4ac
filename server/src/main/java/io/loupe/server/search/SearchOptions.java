package io.loupe.server.search;

import io.loupe.index.PayloadFilter;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How it is looked for.
 *
 * @param limit at most so many hits at a time
 * @param cursor where an earlier answer ended; null begins with the best hit
 * @param scoreThreshold hits below are left out
 * @param filter which pictures count
 * @param phashGate the most bits in which a hit's perceptual hash differs from the one of the picture that is looked for
 * @param exact whether every picture that counts is measured, so that none is missed
 * @param explain whether the answer says how it came about
 */
public record SearchOptions(
        int limit,
        @Nullable String cursor,
        double scoreThreshold,
        PayloadFilter filter,
        @Nullable Integer phashGate,
        boolean exact,
        boolean explain) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 500;
    private static final int HASH_BITS = 64;

    public SearchOptions {
        check(
                limit >= 1 && limit <= LARGEST_LIMIT,
                "limit is %d; it goes from 1 to %d.".formatted(limit, LARGEST_LIMIT));
        check(
                scoreThreshold >= -1 && scoreThreshold <= 1,
                "score_threshold is %s; it goes from -1 to 1.".formatted(scoreThreshold));
        check(
                phashGate == null || (phashGate >= 0 && phashGate <= HASH_BITS),
                "phash_gate is %s; it goes from 0 to %d.".formatted(phashGate, HASH_BITS));
    }

    /** From the values of a request, of which any may be missing. */
    public static SearchOptions of(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable Double scoreThreshold,
            PayloadFilter filter,
            @Nullable Integer phashGate,
            @Nullable Boolean exact,
            @Nullable Boolean explain) {
        return new SearchOptions(
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT),
                cursor,
                Objects.requireNonNullElse(scoreThreshold, -1.0),
                filter,
                phashGate,
                Objects.requireNonNullElse(exact, false),
                Objects.requireNonNullElse(explain, false));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, otherwise);
        }
    }

    /** A number that another search has another of; not the part that is wanted, nor how much is said of it. */
    int fingerprint(Target target) {
        return Objects.hash(target, scoreThreshold, filter, phashGate, exact);
    }
}
