package io.loupe.server.inspection.correction;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.correction.LessonPreview.Escape;
import io.loupe.server.inspection.correction.LessonPreview.Flip;
import io.loupe.server.inspection.correction.LessonPreview.Scored;
import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.ProjectImage;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.verdict.History;
import io.loupe.server.inspection.verdict.HistoryFilter;
import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.server.inspection.verdict.InspectionQueue;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.OpenDetectors;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Detector;
import io.loupe.vision.Inspection;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.threshold.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;

/**
 * Says what a model that is told something would say of other pictures: of the known defects first, because one that escapes is
 * the worst that can happen, then of the newest ones that got a verdict, for as long as people like to wait.
 */
@Service
public class LessonPreviews {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int NEWEST = 500;

    private final ModelVersions versions;
    private final OpenDetectors detectors;
    private final LessonPictures pictures;
    private final ProjectImages images;
    private final History history;
    private final InspectionQueue queue;

    /** A model before and after it was told something. */
    private record Change(Detector before, Detector after) {
        Scored before(RgbImage image) {
            return scored(before, image);
        }

        Scored after(RgbImage image) {
            return scored(after, image);
        }

        private static Scored scored(Detector detector, RgbImage image) {
            Inspection inspection = detector.inspect(image);
            return new Scored(inspection.score(), inspection.verdict());
        }
    }

    LessonPreviews(
            ModelVersions versions,
            OpenDetectors detectors,
            LessonPictures pictures,
            ProjectImages images,
            History history,
            InspectionQueue queue) {
        this.versions = versions;
        this.detectors = detectors;
        this.pictures = pictures;
        this.images = images;
        this.history = history;
        this.queue = queue;
    }

    /**
     * What would change; nothing does yet.
     *
     * @throws ProblemException if nothing judges in the project, or it cannot be told anything
     */
    public LessonPreview preview(TenantId tenant, UUID project, Lesson lesson, LessonPicture picture) {
        ModelVersion active = versions.requireActive(tenant, project);
        return detectors.use(
                tenant,
                active,
                (detector, _) -> pictures.look(tenant, picture.name(), picture.picture(), image -> {
                    String name = Corrections.freeName(picture.name(), detector, List.of());
                    Detector taught = Corrections.taught(() -> lesson.teach(detector, name, image));
                    Change change = new Change(
                            detector,
                            taught.withThreshold(Corrections.choiceOf(active).threshold(taught)));
                    return preview(tenant, active, change, change.before(image), change.after(image));
                }));
    }

    private LessonPreview preview(TenantId tenant, ModelVersion active, Change change, Scored before, Scored after) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<ProjectImage> defects = images.inOrderOfNames(tenant, active.project(), Label.DEFECT);
        List<Optional<Optional<Escape>>> ofDefects = inTime(end, defects, defect -> escape(tenant, change, defect));
        Collection<HistoryRow> judged = newest(tenant, active.project());
        List<Optional<Optional<Flip>>> ofJudged = inTime(end, judged, row -> flip(tenant, active, change, row));
        return new LessonPreview(
                before,
                after,
                change.before().threshold().failScore(),
                change.after().threshold().failScore(),
                found(ofDefects),
                found(ofJudged),
                (int) (ofDefects.stream().filter(Optional::isPresent).count()
                        + ofJudged.stream().filter(Optional::isPresent).count()),
                defects.size() + judged.size());
    }

    /** The newest verdict of each of the newest pictures. */
    private Collection<HistoryRow> newest(TenantId tenant, UUID project) {
        Map<ObjectKey, HistoryRow> rows = new LinkedHashMap<>();
        history.list(tenant, project, HistoryFilter.NONE, Long.MAX_VALUE, NEWEST)
                .items()
                .forEach(row -> rows.putIfAbsent(row.judgement().picture(), row));
        return rows.values();
    }

    /** Empty for those that there was no time for. */
    private <I, O> List<Optional<O>> inTime(long end, Collection<I> inputs, Function<I, O> work) {
        return inputs.stream()
                .gather(Gatherers.mapConcurrent(
                        Runtime.getRuntime().availableProcessors(),
                        input -> System.nanoTime() < end
                                ? Optional.of(queue.compute(() -> work.apply(input)))
                                : Optional.<O>empty()))
                .toList();
    }

    private static <T> List<T> found(List<Optional<Optional<T>>> seen) {
        List<T> found = new ArrayList<>();
        seen.forEach(one -> one.flatMap(Function.identity()).ifPresent(found::add));
        return found;
    }

    private Optional<Escape> escape(TenantId tenant, Change change, ProjectImage defect) {
        return pictures.look(tenant, defect.name(), defect.picture(), image -> {
            Scored after = change.after(image);
            if (after.verdict() != Verdict.PASS) {
                return Optional.empty();
            }
            Scored before = change.before(image);
            return before.verdict() == Verdict.PASS
                    ? Optional.empty()
                    : Optional.of(new Escape(defect.image(), defect.name(), before.score(), after.score()));
        });
    }

    private Optional<Flip> flip(TenantId tenant, ModelVersion active, Change change, HistoryRow row) {
        return pictures.look(tenant, row.judgement().filename(), row.judgement().picture(), image -> {
            Verdict before = row.judgement().versionId().equals(active.id())
                    ? active.threshold().verdictOf(row.judgement().score())
                    : change.before(image).verdict();
            Verdict after = change.after(image).verdict();
            return before == after ? Optional.empty() : Optional.of(new Flip(row, after));
        });
    }
}
