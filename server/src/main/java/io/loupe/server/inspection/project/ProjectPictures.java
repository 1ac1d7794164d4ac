package io.loupe.server.inspection.project;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.project.ProjectImages.Brought;
import io.loupe.server.library.Ingest;
import io.loupe.server.library.IngestOutcome;
import io.loupe.server.library.NearDuplicates;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Brings pictures to a project, and to the library on the way; takes them out again. */
@Service
public class ProjectPictures {
    private static final String MASK_ENDING = "_mask";

    private final Ingest ingest;
    private final NearDuplicates index;
    private final ProjectImages images;
    private final Masks masks;

    /**
     * What became of a file.
     *
     * @param problem what was wrong with it, or with its mask
     */
    public record Outcome(
            String filename, Optional<UUID> image, IngestOutcome.Status status, Optional<PictureProblem> problem) {
        static Outcome of(IngestOutcome outcome) {
            return new Outcome(outcome.filename(), outcome.image(), outcome.status(), outcome.refusal());
        }

        Outcome with(PictureProblem problem) {
            return new Outcome(filename, image, status, Optional.of(problem));
        }
    }

    ProjectPictures(Ingest ingest, NearDuplicates index, ProjectImages images, Masks masks) {
        this.ingest = ingest;
        this.index = index;
        this.images = images;
        this.masks = masks;
    }

    /**
     * Adds files to a project; one that is no picture, or whose mask is none, does not stop the others.
     *
     * @param maskFiles each belongs to the file that is called as it is, or as it is without {@code _mask}, whatever their
     *     endings
     * @return what became of each file, and of each mask without a file, in their order
     * @throws ProblemException if there is no such project, or no room for all of them; then none is taken
     */
    public List<Outcome> add(
            TenantId tenant,
            UUID project,
            Labelling labelling,
            Origin origin,
            List<Upload> files,
            List<Upload> maskFiles) {
        List<IngestOutcome> outcomes = ingest.add(tenant, origin, files);
        add(tenant, project, labelling, outcomes);
        index.awaitIndexed(
                tenant,
                outcomes.stream().mapToLong(IngestOutcome::sequence).max().orElse(0));
        Map<String, Upload> masksByStem = new LinkedHashMap<>();
        maskFiles.forEach(mask -> masksByStem.put(stemOfMask(mask.name()), mask));
        List<Outcome> all = new ArrayList<>();
        for (IngestOutcome outcome : outcomes) {
            Optional<Upload> mask = Optional.ofNullable(masksByStem.remove(stem(outcome.filename())));
            all.add(outcome.image()
                    .flatMap(image -> mask.flatMap(file -> put(tenant, project, image, file)))
                    .map(Outcome.of(outcome)::with)
                    .orElseGet(() -> Outcome.of(outcome)));
        }
        masksByStem.values().forEach(mask -> all.add(withoutPicture(mask)));
        return all;
    }

    /** Adds what the library has taken in. */
    public void add(TenantId tenant, UUID project, Labelling labelling, List<IngestOutcome> outcomes) {
        images.add(
                tenant,
                project,
                labelling,
                outcomes.stream()
                        .flatMap(outcome ->
                                outcome.image().map(image -> new Brought(image, outcome.filename())).stream())
                        .toList());
    }

    /** What was wrong with the mask. */
    private Optional<PictureProblem> put(TenantId tenant, UUID project, UUID image, Upload mask) {
        try {
            masks.put(tenant, project, image, mask);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(PictureProblem.of(e.code(), e.detail()));
        }
    }

    private static Outcome withoutPicture(Upload mask) {
        return new Outcome(
                mask.name(),
                Optional.empty(),
                IngestOutcome.Status.REFUSED,
                Optional.of(PictureProblem.of(
                        ProblemCode.INVALID_CONTENT,
                        "The mask '%s' belongs to no file of this request. Call it as its picture, with _mask before the ending if you like."
                                .formatted(mask.name()))));
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 ? filename : filename.substring(0, dot);
    }

    private static String stemOfMask(String filename) {
        String stem = stem(filename);
        return stem.endsWith(MASK_ENDING) ? stem.substring(0, stem.length() - MASK_ENDING.length()) : stem;
    }

    /**
     * Labels a picture anew; one that is good has no mask.
     *
     * @throws ProblemException if the project has no such picture
     */
    public ProjectImage label(TenantId tenant, UUID project, UUID image, Labelling labelling) {
        ProjectImage before = images.get(tenant, project, image);
        ProjectImage after = images.label(tenant, project, image, labelling);
        if (after.mask().isEmpty()) {
            masks.removeUnused(tenant, before);
        }
        return after;
    }

    /**
     * Takes a picture out of the project; it stays in the library.
     *
     * @throws ProblemException if the project has no such picture
     */
    public void remove(TenantId tenant, UUID project, UUID image) {
        ProjectImage before = images.get(tenant, project, image);
        images.remove(tenant, project, image);
        masks.removeUnused(tenant, before);
    }
}
