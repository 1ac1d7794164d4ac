package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Collects what a handler reports and saves it a few times a second, on a thread of its own, until closed. */
final class RunningJob implements JobRun, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningJob.class);
    private static final Duration BETWEEN_SAVES = Duration.ofMillis(250);
    private static final int MOST_UNSAVED = 500;

    private final TenantId tenant;
    private final JobRows.Begun begun;
    private final StopSign stop;
    private final JobRows rows;
    private final JobChanges changes;
    private final JsonMapper json;
    private final Unsaved unsaved;
    private final Thread saver;

    RunningJob(TenantId tenant, JobRows.Begun begun, StopSign stop, JobRows rows, JobChanges changes, JsonMapper json) {
        this.tenant = tenant;
        this.begun = begun;
        this.stop = stop;
        this.rows = rows;
        this.changes = changes;
        this.json = json;
        this.unsaved = new Unsaved(begun.done(), begun.total(), begun.message());
        this.saver = Thread.ofVirtual().name("job-saver").start(this::saveNowAndThen);
    }

    @Override
    public UUID id() {
        return begun.id();
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public Optional<UUID> startedBy() {
        return begun.startedBy();
    }

    @Override
    public <T> T request(Class<T> type) {
        return json.readValue(begun.request(), type);
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return begun.checkpoint().map(text -> json.readValue(text, type));
    }

    @Override
    public List<String> retriedItems() {
        return begun.retriedItems();
    }

    @Override
    public synchronized void total(long items) {
        unsaved.total = items;
        unsaved.touch();
    }

    @Override
    public synchronized void done(long items) {
        unsaved.done = items;
        unsaved.touch();
    }

    @Override
    public synchronized void message(String text) {
        unsaved.message = Unsaved.text(text);
        unsaved.touch();
    }

    @Override
    public synchronized void log(String line) {
        unsaved.lines.add(Unsaved.text(line));
        unsaved.touch();
        saveIfMuch();
    }

    @Override
    public synchronized void failed(String item, String stage, String error) {
        unsaved.failures.put(Unsaved.text(item), new Unsaved.Failure(Unsaved.text(stage), Unsaved.text(error)));
        unsaved.touch();
        saveIfMuch();
    }

    @Override
    public synchronized void checkpoint(Object progress) {
        unsaved.checkpoint = json.writeValueAsString(progress);
        unsaved.touch();
    }

    @Override
    public boolean cancelRequested() {
        return stop.isRaised();
    }

    private void saveIfMuch() {
        if (unsaved.size() >= MOST_UNSAVED) {
            save();
        }
    }

    private synchronized void save() {
        if (unsaved.isEmpty()) {
            return;
        }
        if (rows.save(tenant, begun.id(), unsaved)) { // cancelled at another server, perhaps
            stop.raise(StopSign.Reason.CANCELLED);
        }
        unsaved.saved();
        changes.changed(begun.id());
    }

    private void saveNowAndThen() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_SAVES);
                try {
                    save();
                } catch (DataAccessException | TransactionException e) {
                    log.warn("The progress of job {} could not be saved; it is tried again", begun.id(), e);
                }
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /** Saves what is left. */
    @Override
    public void close() {
        saver.interrupt();
        save();
    }
}
