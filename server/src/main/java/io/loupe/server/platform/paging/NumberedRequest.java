package io.loupe.server.platform.paging;

import io.loupe.server.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list that is ordered by number is wanted.
 *
 * @param limit at most so many items
 * @param after only those behind this number; 0 begins at the start
 */
public record NumberedRequest(int limit, long after) {
    /**
     * From the parameters of a request.
     *
     * @throws ProblemException if one is none
     */
    public static NumberedRequest of(@Nullable Integer limit, @Nullable String cursor) {
        try {
            return new NumberedRequest(PageRequest.limit(limit), cursor == null ? 0 : Long.parseLong(cursor));
        } catch (NumberFormatException _) {
            throw PageRequest.noCursor();
        }
    }
}
