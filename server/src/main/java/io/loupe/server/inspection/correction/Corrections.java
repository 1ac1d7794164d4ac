package io.loupe.server.inspection.correction;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.correction.CorrectionRows.Row;
import io.loupe.server.inspection.correction.CorrectionRows.Told;
import io.loupe.server.inspection.project.Label;
import io.loupe.server.inspection.project.Labelling;
import io.loupe.server.inspection.project.ProjectImages;
import io.loupe.server.inspection.project.ProjectImages.Brought;
import io.loupe.server.inspection.threshold.ThresholdChoice;
import io.loupe.server.inspection.training.DefectTests;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersion.Change;
import io.loupe.server.inspection.version.ModelVersion.ThresholdSource;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.NewVersion;
import io.loupe.server.inspection.version.OpenDetectors;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.Ingest;
import io.loupe.server.library.IngestOutcome;
import io.loupe.server.library.NearDuplicates;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.library.Upload;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Correction;
import io.loupe.vision.Correction.Kind;
import io.loupe.vision.Detector;
import io.loupe.vision.UnableToCorrectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Tells the active version of a project what people say of pictures, and takes it back: each time the next minor version judges
 * from then on. Of several people who do so at a time, each one's version builds on that of the one before.
 */
@Service
public class Corrections {
    private static final int MOST_ATTEMPTS = 20;

    private final ModelVersions versions;
    private final OpenDetectors detectors;
    private final CorrectionRows rows;
    private final LessonPictures pictures;
    private final ProjectImages images;
    private final Ingest ingest;
    private final NearDuplicates index;
    private final DefectTests tests;

    Corrections(
            ModelVersions versions,
            OpenDetectors detectors,
            CorrectionRows rows,
            LessonPictures pictures,
            ProjectImages images,
            Ingest ingest,
            NearDuplicates index,
            DefectTests tests) {
        this.versions = versions;
        this.detectors = detectors;
        this.rows = rows;
        this.pictures = pictures;
        this.images = images;
        this.ingest = ingest;
        this.index = index;
        this.tests = tests;
    }

    /**
     * Tells something. The picture is in the library and among those of the project from then on.
     *
     * @throws ProblemException if nothing judges in the project, or it cannot be told anything
     */
    public ModelVersion teach(TenantId tenant, UUID project, Lesson lesson, LessonPicture picture, Optional<UUID> by) {
        return onTheActive(
                tenant,
                project,
                active -> detectors.useAsTrained(tenant, active, detector -> {
                    List<LearnedPicture> learned = versions.pictures(tenant, project, active.id());
                    String name = freeName(picture.name(), detector, learned);
                    Detector taught = taught(() -> pictures.look(
                            tenant, picture.name(), picture.picture(), image -> lesson.teach(detector, name, image)));
                    UUID image = keep(tenant, project, lesson, picture, by);
                    List<LearnedPicture> learnedNow = new ArrayList<>(learned);
                    if (lesson.kind() == Kind.NORMAL) {
                        learnedNow.add(new LearnedPicture(
                                new ImageId(image), name, picture.picture().sha256()));
                    }
                    return add(
                            tenant,
                            active,
                            Change.CORRECTION,
                            taught,
                            learnedNow,
                            Optional.of(new Told(name, image)),
                            by);
                }));
    }

    /**
     * Takes back what was told; the pictures stay where they are.
     *
     * @throws ProblemException if the active version was told nothing of this name
     */
    public ModelVersion takeBack(TenantId tenant, UUID project, String name, Optional<UUID> by) {
        return onTheActive(
                tenant,
                project,
                active -> detectors.useAsTrained(tenant, active, detector -> {
                    if (detector.corrections().stream()
                            .noneMatch(correction -> correction.name().equals(name))) {
                        throw ProblemException.notFound("correction", name);
                    }
                    List<LearnedPicture> learned = versions.pictures(tenant, project, active.id()).stream()
                            .filter(picture -> !picture.name().equals(name))
                            .toList();
                    return add(
                            tenant,
                            active,
                            Change.UNDO,
                            detector.withoutCorrection(name),
                            learned,
                            Optional.empty(),
                            by);
                }));
    }

    /**
     * What the active version was told, ordered by name.
     *
     * @throws ProblemException if nothing judges in the project
     */
    public List<KnownCorrection> list(TenantId tenant, UUID project) {
        ModelVersion active = versions.requireActive(tenant, project);
        List<Correction> told = detectors.useAsTrained(tenant, active, Detector::corrections);
        Map<String, Row> known =
                rows.find(tenant, active, told.stream().map(Correction::name).toList());
        return told.stream()
                .map(correction -> known(
                        correction,
                        known.getOrDefault(correction.name(), new Row(null, active.createdAt(), active.label()))))
                .toList();
    }

    private static KnownCorrection known(Correction correction, Row row) {
        return new KnownCorrection(
                correction.name(), correction.kind(), Optional.ofNullable(row.image()), row.at(), row.version());
    }

    /** Tries again, on what is active then, as long as others are quicker. */
    private ModelVersion onTheActive(
            TenantId tenant, UUID project, Function<ModelVersion, Optional<ModelVersion>> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<ModelVersion> made = change.apply(versions.requireActive(tenant, project));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new ProblemException(
                ProblemCode.CONFLICT, "Others are changing the version that judges. Try again in a moment.");
    }

    private Optional<ModelVersion> add(
            TenantId tenant,
            ModelVersion parent,
            Change change,
            Detector corrected,
            List<LearnedPicture> learned,
            Optional<Told> told,
            Optional<UUID> by) {
        Optional<ModelVersion> added = rows.addIfParentIsActive(
                tenant,
                new NewVersion(
                        parent.project(), change, Optional.of(parent.id()), Optional.empty(), corrected, learned, by),
                told);
        Optional<ModelVersion> judging = added.map(version -> parent.thresholdSource() == ThresholdSource.TRAINING
                ? version
                : versions.moveThreshold(
                        tenant,
                        parent.project(),
                        version.id(),
                        choiceOf(parent).threshold(corrected),
                        parent.thresholdSource()));
        judging.ifPresent(version -> tests.startIfThereAreDefects(tenant, version.project(), version.id(), by));
        return judging;
    }

    /** What people chose for a version: it is chosen for those that are made of it as well. */
    static ThresholdChoice choiceOf(ModelVersion version) {
        return switch (version.thresholdSource()) {
            case TRAINING -> new ThresholdChoice.AsTrained();
            case RATE ->
                new ThresholdChoice.Rate(version.threshold().failPromise().promisedRate());
            case VALUE -> new ThresholdChoice.FailScore(version.threshold().failScore());
        };
    }

    /** @throws ProblemException if the method cannot be corrected */
    static Detector taught(Supplier<Detector> teaching) {
        try {
            return teaching.get();
        } catch (UnableToCorrectException e) {
            throw new ProblemException(ProblemCode.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    /** A name that stands in addresses, and that nothing else of the model has. */
    static String freeName(String filename, Detector detector, List<LearnedPicture> learned) {
        Set<String> taken = learned.stream().map(LearnedPicture::name).collect(Collectors.toSet());
        detector.corrections().forEach(correction -> taken.add(correction.name()));
        detector.goodPictures().forEach(good -> taken.add(good.name()));
        String plain = filename.replaceAll("[/\\\\;%?#]", "_");
        String name = plain;
        for (int number = 2; taken.contains(name); number++) {
            name = "%s (%d)".formatted(plain, number);
        }
        return name;
    }

    private UUID keep(TenantId tenant, UUID project, Lesson lesson, LessonPicture picture, Optional<UUID> by) {
        UUID image = picture.image().orElseGet(() -> bring(tenant, picture, by));
        Labelling labelling = lesson.kind() == Kind.NORMAL ? Labelling.GOOD : new Labelling(Label.DEFECT, "");
        images.add(tenant, project, labelling, List.of(new Brought(image, picture.name())));
        return image;
    }

    private UUID bring(TenantId tenant, LessonPicture picture, Optional<UUID> by) {
        Path file = pictures.file(tenant, picture.picture());
        IngestOutcome outcome = ingest.add(
                        tenant,
                        new Origin(Source.INSPECTION, by, List.of()),
                        List.of(new Upload(picture.name(), () -> Files.newInputStream(file))))
                .getFirst();
        index.awaitIndexed(tenant, outcome.sequence());
        return outcome.image()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT,
                        outcome.refusal()
                                .map(refusal -> refusal.detail())
                                .orElse("The picture cannot be brought to the library.")));
    }
}
