package io.loupe.server.platform.paging;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list that is ordered by id is wanted.
 *
 * @param limit at most so many items
 * @param after only those behind this id; the smallest id begins at the start
 */
public record PageRequest(int limit, UUID after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 500;

    private static final UUID START = new UUID(0, 0);
    private static final UUID END = new UUID(-1, -1);

    /**
     * From the parameters of a request.
     *
     * @throws ProblemException if one is none
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        try {
            return new PageRequest(limit(limit), cursor == null ? START : UUID.fromString(cursor));
        } catch (IllegalArgumentException _) {
            throw noCursor();
        }
    }

    /** For a list that begins with the largest id: only those before this one. */
    public UUID before() {
        return after.equals(START) ? END : after;
    }

    static int limit(@Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > LARGEST_LIMIT) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "limit is %d; it goes from 1 to %d.".formatted(wanted, LARGEST_LIMIT));
        }
        return wanted;
    }

    static ProblemException noCursor() {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST, "cursor should be what an answer gave as 'next', or be left out.");
    }
}
