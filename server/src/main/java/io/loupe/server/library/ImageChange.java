package io.loupe.server.library;

import java.util.UUID;

/**
 * That a picture changed: came, was changed, was thrown away or is gone. What it is now, its row says.
 *
 * @param sequence the number of the change; later changes of a tenant have larger ones, without gaps
 */
public record ImageChange(long sequence, UUID image) {}
