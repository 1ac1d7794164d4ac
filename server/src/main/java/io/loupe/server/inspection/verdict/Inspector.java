package io.loupe.server.inspection.verdict;

import io.loupe.images.ImageFiles;
import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.inspection.version.ActiveVersions;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.OpenDetectors;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Judges pictures by a project's active version. Their bytes are kept and their verdicts are part of the history before
 * anything is answered.
 */
@Service
public class Inspector {
    private static final Logger log = LoggerFactory.getLogger(Inspector.class);

    private final ActiveVersions active;
    private final OpenDetectors detectors;
    private final PictureRoom room;
    private final ObjectStore objects;
    private final ObjectSweep sweep;
    private final InspectionQueue queue;
    private final VerdictChain chain;
    private final ExecutorService keeping = Executors.newVirtualThreadPerTaskExecutor();

    /** What came of a file before it is part of the history. */
    private record Seen(String filename, Optional<NewVerdict> verdict, Optional<PictureProblem> problem) {}

    Inspector(
            ActiveVersions active,
            OpenDetectors detectors,
            PictureRoom room,
            ObjectStore objects,
            ObjectSweep sweep,
            InspectionQueue queue,
            VerdictChain chain) {
        this.active = active;
        this.detectors = detectors;
        this.room = room;
        this.objects = objects;
        this.sweep = sweep;
        this.queue = queue;
        this.chain = chain;
    }

    /**
     * Judges files; one that is no picture does not stop the others.
     *
     * @param job whose items the files are, none of which has a verdict yet
     * @return what became of each, in their order
     * @throws ProblemException if there is no such project, nothing judges in it yet, or there is no room for all files to
     *     wait; then none is judged
     */
    public List<Inspected> inspect(
            TenantId tenant, UUID project, List<Upload> files, Operator operator, Optional<UUID> job) {
        return sweep.keeping(() -> {
            Optional<List<Inspected>> inspected = Optional.empty();
            while (inspected.isEmpty()) {
                inspected = inspectByRemembered(tenant, project, files, operator, job);
            }
            return inspected.get();
        });
    }

    /** @return empty if it was another version or threshold than the project judges by now, which is asked for next */
    private Optional<List<Inspected>> inspectByRemembered(
            TenantId tenant, UUID project, List<Upload> files, Operator operator, Optional<UUID> job) {
        boolean kept = false;
        try {
            List<Seen> seen = judge(tenant, active.get(tenant, project), files, operator, job);
            Optional<List<HistoryRow>> rows = chain.append(
                    tenant,
                    project,
                    seen.stream().flatMap(one -> one.verdict().stream()).toList());
            kept = rows.isPresent();
            return rows.map(List::iterator)
                    .map(row -> seen.stream()
                            .map(one ->
                                    new Inspected(one.filename(), one.verdict().map(_ -> row.next()), one.problem()))
                            .toList());
        } finally {
            if (!kept) {
                active.forget(tenant, project);
            }
        }
    }

    private List<Seen> judge(
            TenantId tenant, ModelVersion version, List<Upload> files, Operator operator, Optional<UUID> job) {
        try {
            return detectors.use(tenant, version, (detector, pictures) -> {
                Judge judge = new Judge(room, version, detector, pictures, operator, job);
                return queue.each(files, file -> look(tenant, judge, file));
            });
        } catch (UnableToOpenEncoderException | UnreadableModelException e) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Version %s cannot judge here: %s".formatted(version.label(), e.getMessage()));
        }
    }

    private Seen look(TenantId tenant, Judge judge, Upload file) {
        try {
            byte[] bytes = room.read(file.content()::open);
            ImageFiles.probe(file.name(), bytes, room.limits()); // what is no picture is not kept
            CompletableFuture<ObjectKey> kept = CompletableFuture.supplyAsync(
                    () -> objects.put(tenant, new ByteArrayInputStream(bytes), bytes.length)
                            .key(),
                    keeping); // while it is judged: disk and cores are not in each other's way
            Judge.Look look = queue.compute(() -> judge.look(file.name(), bytes));
            NewVerdict verdict = judge.verdict(file.name(), kept.join(), look);
            return new Seen(file.name(), Optional.of(verdict), Optional.empty());
        } catch (UnreadableImageException e) {
            return refused(file, PictureProblem.of(e));
        } catch (CompletionException e) {
            return failed(file, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ProblemException e) {
            return refused(file, PictureProblem.of(e.code(), e.detail()));
        } catch (RuntimeException e) {
            return failed(file, e);
        }
    }

    private static Seen failed(Upload file, Throwable failure) {
        log.error("The picture '{}' could not be inspected", file.name(), failure);
        return refused(
                file,
                PictureProblem.of(
                        ProblemCode.FAULT,
                        "'%s' could not be inspected. The log says why; send it again.".formatted(file.name())));
    }

    private static Seen refused(Upload file, PictureProblem problem) {
        return new Seen(file.name(), Optional.empty(), Optional.of(problem));
    }
}
