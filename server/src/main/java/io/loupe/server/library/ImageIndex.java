package io.loupe.server.library;

import io.loupe.index.TenantId;

/** What {@code library} asks of whoever keeps an index of its pictures. */
public interface ImageIndex {
    /**
     * Waits until a search sees all changes up to this one, so that whoever wrote finds what they wrote; a few seconds at
     * most. Called after the change was committed, outside of any transaction.
     */
    void awaitApplied(TenantId tenant, long sequence);
}
