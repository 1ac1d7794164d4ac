package io.loupe.server.library;

import io.loupe.index.PayloadFilter;

/**
 * Which pictures are wanted, in which order.
 *
 * @param trashed those in the trash instead of those that are not
 * @param limit at most so many
 * @param cursor where to go on; empty begins at the start
 */
public record ImageQuery(PayloadFilter filter, ImageSort sort, boolean trashed, int limit, ImageCursor cursor) {}
