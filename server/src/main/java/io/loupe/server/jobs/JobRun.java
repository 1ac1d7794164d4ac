package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A job at work, as its handler sees it. Thread-safe. What is reported is written together, some times a second, however
 * often it is called; a kill loses what was reported since, progress and checkpoint alike.
 */
public interface JobRun {
    UUID id();

    TenantId tenant();

    /** The person who started it; empty for a program or Loupe itself. */
    Optional<UUID> startedBy();

    /** What was asked for when it was started. */
    <T> T request(Class<T> type);

    /** Where to go on: what was last given to {@link #checkpoint(Object)}; empty at the beginning. */
    <T> Optional<T> checkpoint(Class<T> type);

    /** The items that failed and are to be tried again, they alone; empty unless this is such a retry. */
    List<String> retriedItems();

    /** How many items there are. */
    void total(long items);

    /** How many items are done, failed ones among them. */
    void done(long items);

    /** What the job is at, in a few words. */
    void message(String text);

    /** Adds a line to the log, of which the last thousand are kept. */
    void log(String line);

    /** An item could not be done; the job goes on. */
    void failed(String item, String stage, String error);

    /** How far it came, as something that becomes JSON. */
    void checkpoint(Object progress);

    /**
     * Whether to stop now, to be asked between items: somebody cancelled the job, or the server stops, and the next start
     * goes on from the checkpoint. A handler that was told so returns soon.
     */
    boolean cancelRequested();
}
