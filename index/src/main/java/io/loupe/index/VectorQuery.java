package io.loupe.index;

/**
 * What is looked for.
 *
 * @param limit at most so many hits
 * @param filter which points count
 * @param accuracy whether a hit may be missed for speed
 */
public record VectorQuery(UnitVector vector, int limit, PayloadFilter filter, Accuracy accuracy) {
    /** The most hits that can be asked for. */
    public static final int LARGEST_LIMIT = 10_000;

    /** Whether a hit may be missed for speed. */
    public enum Accuracy {
        /** The index decides by how many points count. */
        AUTOMATIC,
        /** Every point that counts is measured. */
        EXACT
    }

    public VectorQuery {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit is %d; it goes from 1 to %d".formatted(limit, LARGEST_LIMIT));
        }
    }
}
