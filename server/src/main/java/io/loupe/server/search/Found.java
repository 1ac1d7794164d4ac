package io.loupe.server.search;

import io.loupe.index.Hits.Hit;
import java.util.List;

/**
 * The hits of a search, before their pictures are looked up.
 *
 * @param hits one more than is wanted, if there are more
 * @param exact whether everything that counts was looked at
 * @param candidates how many pictures were measured
 */
record Found(List<Hit> hits, boolean exact, int candidates) {}
