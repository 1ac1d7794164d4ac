package io.loupe.index;

import java.util.List;
import java.util.UUID;

/**
 * What was found, nearest first; among equally near ones the smaller id first, byte by byte, as PostgreSQL orders them.
 *
 * @param plan how it was found
 * @param measured how many points were compared with the query in full precision
 */
public record Hits(List<Hit> hits, Plan plan, int measured) {
    /** A point and how near it is, -1..1. */
    public record Hit(UUID id, double cosineSimilarity) {}

    /** How an index looked. */
    public enum Plan {
        /** At every point that counts. */
        EXACT_SCAN,
        /** Along the graph, which may miss some. */
        GRAPH
    }

    public Hits {
        hits = List.copyOf(hits);
    }
}
