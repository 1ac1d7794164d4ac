package io.loupe.server.library;

import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.library.ImageChanges.Added;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes pictures in: looks at them, keeps their bytes, adds their rows. A few at a time, taking turns between requests; of the
 * rest a bounded number waits. Thread-safe.
 *
 * <p>Bytes are kept before the row that names them, so that a crash leaves objects that {@link ObjectSweep} removes, and
 * never a row without its picture. The same bytes are one picture, however many bring them at a time: the database has them
 * once, and whoever comes second finds the row.
 */
@Service
public class Ingest {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** While half of them compute, the others wait for disk and database. */
    private static final int AT_A_TIME = 2 * Runtime.getRuntime().availableProcessors();

    private final PictureRoom room;
    private final Analysis analysis;
    private final ObjectStore objects;
    private final ObjectSweep sweep;
    private final ImageChanges changes;
    private final Semaphore places;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    Ingest(
            PictureRoom room,
            Analysis analysis,
            ObjectStore objects,
            ObjectSweep sweep,
            ImageChanges changes,
            Settings settings) {
        this.room = room;
        this.analysis = analysis;
        this.objects = objects;
        this.sweep = sweep;
        this.changes = changes;
        this.places = new Semaphore(settings.models().waiting());
    }

    /**
     * Takes in files; one that is no picture is refused and does not stop the others.
     *
     * @return what became of each, in their order
     * @throws ProblemException if there is no room for all of them to wait; then none is taken
     */
    public List<IngestOutcome> add(TenantId tenant, Origin origin, List<Upload> uploads) {
        if (!places.tryAcquire(uploads.size())) {
            throw ProblemException.unavailable(
                    "Too many pictures are waiting to be stored (setting limits.waiting-pictures). None of these was"
                            + " taken; send them again soon.",
                    RETRY_AFTER);
        }
        try {
            return uploads.stream()
                    .gather(Gatherers.mapConcurrent(AT_A_TIME, upload -> addInTurn(tenant, origin, upload)))
                    .toList();
        } finally {
            places.release(uploads.size());
        }
    }

    private IngestOutcome addInTurn(TenantId tenant, Origin origin, Upload upload) {
        turns.acquireUninterruptibly();
        try {
            return addOne(tenant, origin, upload);
        } catch (UnreadableImageException e) {
            return IngestOutcome.refused(upload, PictureProblem.of(e));
        } catch (ProblemException e) {
            return IngestOutcome.refused(upload, PictureProblem.of(e.code(), e.detail()));
        } catch (RuntimeException e) {
            log.error("The picture '{}' could not be stored", upload.name(), e);
            return IngestOutcome.refused(
                    upload,
                    PictureProblem.of(
                            ProblemCode.FAULT,
                            "'%s' could not be stored. The log says why; send it again.".formatted(upload.name())));
        } finally {
            turns.release();
        }
    }

    private IngestOutcome addOne(TenantId tenant, Origin origin, Upload upload) {
        byte[] bytes = room.read(upload.content()::open);
        ObjectKey key = ObjectKey.of(bytes);
        if (changes.has(tenant, key.sha256()) && objects.find(tenant, key).isPresent()) {
            Optional<Added> again = changes.bringAgain(tenant, key.sha256(), origin.tags());
            if (again.isPresent()) {
                return IngestOutcome.of(upload, again.get(), Optional.empty());
            }
        }
        Analysis.Seen seen = analysis.look(upload.name(), bytes);
        Added added = sweep.keeping(() -> {
            keep(tenant, bytes);
            String thumbnail = keep(tenant, seen.thumbnail());
            return changes.add(
                    tenant, new NewImage(upload.name(), key.sha256(), thumbnail, bytes.length, seen, origin));
        });
        return IngestOutcome.of(upload, added, Optional.of(seen));
    }

    private String keep(TenantId tenant, byte[] bytes) {
        return objects.put(tenant, new ByteArrayInputStream(bytes), bytes.length)
                .key()
                .sha256();
    }
}
