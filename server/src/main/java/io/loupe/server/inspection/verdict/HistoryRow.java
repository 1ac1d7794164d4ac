package io.loupe.server.inspection.verdict;

import java.time.Instant;

/**
 * A verdict that is kept.
 *
 * @param sequence its place in the project's history: 1, 2, 3, ...
 * @param previousHash of the verdict before, as 64 hexadecimal digits; zeros for the first
 * @param hash of this one, over all that is kept of it and the previous hash
 */
public record HistoryRow(long sequence, Instant at, Judgement judgement, String previousHash, String hash) {}
